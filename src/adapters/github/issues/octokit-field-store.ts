import { GitHubError } from "../../../core/errors.ts";
import type { FieldValue, IssueField } from "../../../core/model/issue-field.ts";
import type { FieldStore } from "../../../flows/ports.ts";
import { askGitHub } from "../ask-github.ts";
import { listPages } from "../list-pages.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";

const mend = "or take issues.fields out of .github/keysteps.yml";

interface FieldData {
  readonly id: number;
  readonly name: string;
  readonly data_type: IssueField["kind"];
  readonly options?: readonly { readonly name: string }[] | null;
}

interface ValueData {
  readonly issue_field_id: number;
  readonly value: FieldValue | null;
  readonly single_select_option?: { readonly name: string } | null;
}

const route = "/repos/{owner}/{repo}/issues/{issue_number}/issue-field-values";

/**
 * The fields of an organisation's issues, a preview of GitHub, through a given Octokit.
 *
 * Sources: https://docs.github.com/en/rest/orgs/issue-fields and .../rest/issues/issue-field-values
 */
export function octokitFieldStore(octokit: Requester, repoName: RepoName): FieldStore {
  const { owner } = repoName;
  return { listFields, readValues, setValues };

  async function listFields(): Promise<readonly IssueField[]> {
    const what = `list the issue fields of ${owner}`;
    const needs = `"Issue Fields: read" of the organisation`;
    try {
      const { data } = await askGitHub({ what, needs }, () =>
        octokit.request("GET /orgs/{org}/issue-fields", { org: owner }),
      );
      return (data as readonly FieldData[]).map(toField);
    } catch (error) {
      if (!(error instanceof GitHubError) || ![403, 404].includes(error.status)) throw error;
      const message = `Cannot ${what}: GitHub answered ${error.status}; only organisations have them (a preview), and the token needs ${needs}: grant it, ${mend}`;
      throw new GitHubError("fix-access", error.status, message, { cause: error });
    }
  }

  async function readValues(number: number): Promise<ReadonlyMap<number, FieldValue>> {
    const all = await listPages<ValueData>(
      octokit,
      { what: `read the fields of issue #${number}`, needs: "issues: read" },
      `GET ${route}`,
      { ...repoName, issue_number: number },
    );
    return toValues(all);
  }

  async function setValues(
    number: number,
    values: readonly { readonly field: IssueField; readonly value: FieldValue }[],
  ): Promise<void> {
    const what = `set the fields of issue #${number}`;
    const sent = values.map(({ field, value }) => ({ field_id: field.id, value }));
    const { data } = await askGitHub({ what, needs: "issues: write" }, () =>
      octokit.request(`POST ${route}`, {
        ...{ ...repoName, issue_number: number },
        issue_field_values: sent,
      }),
    );
    const made = toValues(data as readonly ValueData[]);
    const dropped = values.find(({ field, value }) => made.get(field.id) !== value);
    if (dropped === undefined) return;
    const { field, value } = dropped;
    const message = `Cannot ${what}: GitHub dropped "${value}" for "${field.name}"; grant "issues: write" to an account that may push, ${mend}`;
    throw new GitHubError("fix-access", 200, message);
  }
}

function toField({ id, name, data_type: kind, options }: FieldData): IssueField {
  return { id, name, kind, options: (options ?? []).map((option) => option.name) };
}

function toValues(all: readonly ValueData[]): ReadonlyMap<number, FieldValue> {
  return new Map(
    all.flatMap(({ issue_field_id: id, value, single_select_option: option }) => {
      const given = option?.name ?? value;
      return given === null ? [] : [[id, given] as const];
    }),
  );
}

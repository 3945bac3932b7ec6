import { askGraphql } from "../ask-graphql.ts";
import { type Connection, listWhole } from "../list-whole.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";

/** A label as GraphQL wants it named. */
interface NamedNode {
  readonly id: string;
  readonly name: string;
}

/** What was found of it. */
interface FoundIds {
  readonly repositoryId: string;
  readonly labelIds: readonly string[];
  /** Labels that are not defined. */
  readonly missing: readonly string[];
}

/** The node IDs of a repository and its labels, which writes through GraphQL want instead of names. */
export interface NodeIds {
  /** Notes what was seen. */
  keep(repositoryId: string | undefined, labels: readonly NamedNode[]): void;
  /** Asks GitHub where something was not seen yet. */
  find(labels: readonly string[]): Promise<FoundIds>;
}

interface Answer {
  readonly repository: { readonly id: string; readonly labels: Connection<NamedNode> | null };
}

const query = `
  query ($owner: String!, $repo: String!, $after: String) {
    repository(owner: $owner, name: $repo) {
      id
      labels(first: 100, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } }
    }
  }`;

/** What is known of node IDs by one Octokit. */
export function nodeIds(octokit: Requester, { owner, repo }: RepoName): NodeIds {
  const labelIds = new Map<string, string>();
  let repositoryId: string | undefined;
  return { keep, find };

  function keep(id: string | undefined, labels: readonly NamedNode[]): void {
    repositoryId = id ?? repositoryId;
    for (const label of labels) labelIds.set(label.name.toLowerCase(), label.id);
  }

  async function find(labels: readonly string[]) {
    const isKnown = labels.every((label) => labelIds.has(label.toLowerCase()));
    const id = isKnown && repositoryId !== undefined ? repositoryId : await readAll();
    const found = labels.flatMap((label) => labelIds.get(label.toLowerCase()) ?? []);
    const missing = labels.filter((label) => !labelIds.has(label.toLowerCase()));
    return { repositoryId: id, labelIds: found, missing };
  }

  async function readAll(): Promise<string> {
    for (let after: string | null = null; ; ) {
      const answer: Answer = await askGraphql<Answer>(octokit, {
        what: `read the labels of ${owner}/${repo}`,
        needs: "issues: read",
        query,
        variables: { owner, repo, after },
      });
      const { repository } = answer;
      const page: Answer["repository"]["labels"] = repository.labels;
      const nodes = page?.nodes ?? [];
      keep(repository.id, listWhole("the labels", { nodes, pageInfo: { hasNextPage: false } }));
      if (!page?.pageInfo.hasNextPage) return repository.id;
      after = page.pageInfo.endCursor ?? null;
    }
  }
}

import { GitHubError } from "../../../core/errors.ts";
import type { Board, BoardField, BoardWish } from "../../../core/model/board.ts";
import type { BoardStore } from "../../../flows/ports.ts";
import { askGraphql } from "../ask-graphql.ts";
import { listWhole } from "../list-whole.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import {
  type BoardNode,
  type FieldNode,
  fieldFields,
  itemFields,
  nodesToItems,
  nodeToField,
} from "./board-node.ts";

/** The token that Actions gives to a job is for one repository and never has it. */
const needs = "projects: write (an App's or a person's token; the token of a job cannot have it)";

const pageFields = `
  fields(first: 100) { nodes { ${fieldFields} } pageInfo { hasNextPage } }
  items(first: 100, after: $after) { nodes { ${itemFields} } pageInfo { hasNextPage endCursor } }`;

const findQuery = `
  query ($owner: String!, $repo: String!, $title: String, $byTitle: Boolean!, $number: Int!) {
    repository(owner: $owner, name: $repo) { owner { id ... on ProjectV2Owner {
      projectsV2(first: 100, query: $title) @include(if: $byTitle) { nodes { id title } }
      projectV2(number: $number) @skip(if: $byTitle) { id title }
    } } }
  }`;

const readQuery = `
  query ($id: ID!, $after: String) { node(id: $id) { ... on ProjectV2 { id ${pageFields} } } }`;

interface Found {
  readonly repository: {
    readonly owner: {
      readonly id: string;
      readonly projectsV2?: { readonly nodes: readonly ({ id: string; title: string } | null)[] };
      readonly projectV2?: { readonly id: string } | null;
    };
  };
}

/**
 * Boards (Projects v2) of the repository's owner through a given Octokit.
 *
 * Source: https://docs.github.com/en/issues/planning-and-tracking-with-projects/automating-your-project/using-the-api-to-manage-projects
 */
export function octokitBoardStore(octokit: Requester, { owner, repo }: RepoName): BoardStore {
  return { readBoard, createBoard, addField, addItem, setValue };

  async function readBoard({ number, title }: BoardWish): Promise<Board | undefined> {
    const found = await find({ number, title });
    const id =
      number === undefined
        ? found.projectsV2?.nodes.find((one) => isSame(one?.title, title))?.id
        : found.projectV2?.id;
    return id === undefined ? undefined : readItems(id);
  }

  async function find({ number, title }: BoardWish) {
    const what = `find the board ${title === undefined ? number : `"${title}"`} of ${owner}`;
    const byTitle = number === undefined;
    const { repository } = await askGraphql<Found>(octokit, {
      ...{ what, needs, query: findQuery },
      variables: { owner, repo, title: title ?? null, byTitle, number: number ?? 0 },
    });
    return repository.owner;
  }

  async function readItems(id: string): Promise<Board> {
    const items = new Map<
      string,
      Board["items"] extends ReadonlyMap<string, infer Item> ? Item : never
    >();
    let fields: readonly BoardField[] = [];
    for (let after: string | null = null; ; ) {
      const { node }: { node: BoardNode } = await askGraphql<{ node: BoardNode }>(octokit, {
        ...{ what: `read a board of ${owner}`, needs, query: readQuery },
        variables: { id, after },
      });
      fields = listWhole("the fields of the board", node.fields).map(nodeToField);
      for (const [issueId, item] of nodesToItems(node.items.nodes)) items.set(issueId, item);
      if (!node.items.pageInfo.hasNextPage) return { id, fields, items };
      after = node.items.pageInfo.endCursor ?? null;
    }
  }

  async function createBoard(title: string): Promise<Board> {
    const { id: ownerId } = await find({ number: undefined, title });
    const { payload } = await mutate<{ projectV2: { id: string } }>(
      { what: `create the board "${title}"`, name: "createProjectV2", wanted: "projectV2 { id }" },
      { ownerId, title },
    );
    return readItems(payload.projectV2.id);
  }

  async function addField(projectId: string, name: string, kind: BoardField["kind"]) {
    const wanted = `projectV2Field { ${fieldFields} }`;
    const { payload } = await mutate<{ projectV2Field: FieldNode }>(
      { what: `add "${name}" to the board`, name: "createProjectV2Field", wanted },
      { projectId, name, dataType: kind.toUpperCase() },
    );
    return nodeToField(payload.projectV2Field);
  }

  async function addItem(projectId: string, issue: { number: number; nodeId: string }) {
    const what = `put #${issue.number} on the board`;
    const { payload } = await mutate<{ item: { id: string } }>(
      { what, name: "addProjectV2ItemById", wanted: "item { id }" },
      { projectId, contentId: issue.nodeId },
    );
    return payload.item.id;
  }

  async function setValue(
    projectId: string,
    itemId: string,
    { id: fieldId, name, kind, options }: BoardField,
    value: string | number,
  ): Promise<void> {
    const given = kind === "choice" ? { singleSelectOptionId: options.get(String(value)) } : {};
    await mutate(
      {
        ...{ what: `set "${name}" on the board`, name: "updateProjectV2ItemFieldValue" },
        wanted: "projectV2Item { id }",
      },
      { projectId, itemId, fieldId, value: kind === "choice" ? given : { [kind]: value } },
    );
  }

  async function mutate<Payload>(
    { what, name, wanted }: { what: string; name: string; wanted: string },
    input: object,
  ): Promise<{ payload: Payload }> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { payload: ${name}(input: $input) { ${wanted} } }`;
    const variables = { input };
    const answer = await askGraphql<{ payload: Payload | null }>(octokit, {
      ...{ what, needs, query, variables },
    });
    if (answer.payload !== null) return { payload: answer.payload };
    throw new GitHubError("try-later", 200, `Cannot ${what}: GitHub gave no answer; run it again`);
  }
}

function isSame(left: string | undefined, right: string | undefined): boolean {
  return left?.toLowerCase() === right?.toLowerCase();
}

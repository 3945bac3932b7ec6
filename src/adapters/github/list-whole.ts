import { GitHubError } from "../../core/errors.ts";

/** A list of GraphQL of which one page was asked for. */
export interface Connection<Node> {
  readonly nodes: readonly (Node | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/**
 * All nodes of a list that GitHub's own limits keep to one page; what may not be seen is left out.
 *
 * @param what Follows "Cannot read", such as `the labels of #12`.
 * @throws {GitHubError} if there are more: a list with a gap is never given.
 */
export function listWhole<Node>(
  what: string,
  connection: Connection<Node> | null,
): readonly Node[] {
  if (connection?.pageInfo.hasNextPage) {
    const message = `Cannot read ${what}: GitHub has more than the ${connection.nodes.length} it allows; take some away`;
    throw new GitHubError("fix-input", 200, message);
  }
  return (connection?.nodes ?? []).filter((node) => node !== null);
}

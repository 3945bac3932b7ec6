import { GitHubError } from "../../core/errors.ts";
import { type Attempt, askGitHub } from "./ask-github.ts";
import type { Requester } from "./requester.ts";

const pageSize = 100;

/**
 * Lists all items of a route, page after page, until GitHub names no next one.
 *
 * Of a `Link` only the query is taken, so a request never leaves the API it was meant for.
 *
 * @param isEnough Whether what was listed so far goes far enough; to the end if left out.
 * @throws {GitHubError} if a page does not arrive whole: a list with a gap is never given.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export async function listPages<Item>(
  octokit: Requester,
  attempt: Attempt,
  route: `GET /${string}`,
  parameters: Readonly<Record<string, unknown>>,
  isEnough: (items: readonly Item[]) => boolean = () => false,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let query: Readonly<Record<string, string>> | undefined = {};
  while (query !== undefined) {
    const page: Readonly<Record<string, unknown>> = { ...parameters, per_page: pageSize, ...query };
    const { data, headers, status } = await askGitHub(attempt, () => octokit.request(route, page));
    if (!Array.isArray(data)) {
      throw new GitHubError(
        "try-later",
        status,
        `Cannot ${attempt.what}: GitHub answered ${status} with something that is no list; run it again`,
      );
    }
    items.push(...data);
    query = isEnough(items) ? undefined : readNextQuery(headers.link);
  }
  return items;
}

function readNextQuery(link: string | undefined): Record<string, string> | undefined {
  const next = link?.match(/<([^<>]+)>;\s*rel="next"/)?.[1];
  return next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
}

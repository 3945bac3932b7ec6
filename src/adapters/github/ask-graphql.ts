import { GitHubError } from "../../core/errors.ts";
import { type Attempt, askGitHub } from "./ask-github.ts";
import { readQueryLimit } from "./read-query-limit.ts";
import { readRetryAfter } from "./read-retry-after.ts";
import type { Requester } from "./requester.ts";
import { type QueryFault, toQueryError } from "./to-query-error.ts";

/** A query and what may go wrong with it. */
export interface GraphqlQuery extends Attempt {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Faults that the caller sees in the data: a `null` at their place. None if left out. */
  readonly isBearable?: (fault: QueryFault) => boolean;
}

interface QueryAnswer {
  readonly data?: unknown;
  readonly errors?: readonly QueryFault[];
}

/**
 * Asks GitHub's GraphQL API and gives the data.
 *
 * GraphQL answers 200 with faults beside the data; each of them is an error here, unless the
 * caller bears it. On GitHub Enterprise Server the endpoint stands beside the REST API.
 *
 * @throws {GitHubError} if GitHub refuses, faults stand in the answer, or it has no data.
 * Source: https://docs.github.com/en/graphql/guides/forming-calls-with-graphql
 */
export async function askGraphql<Data>(
  octokit: Requester,
  { query, variables, isBearable = () => false, ...attempt }: GraphqlQuery,
): Promise<Data> {
  const { baseUrl } = octokit.request.endpoint.DEFAULTS;
  const url = /\/api\/v3\/?$/.test(baseUrl) ? baseUrl.replace(/\/v3\/?$/, "/graphql") : "/graphql";
  const full = await askGitHub(attempt, () =>
    octokit.request({ method: "POST", url, query, variables }),
  );
  const { data: answer, status } = full;
  const { data, errors = [] } = answer as QueryAnswer;
  const faults = errors.filter((fault) => !isBearable(fault));
  const limit = readQueryLimit(full);
  if (faults.length > 0) throw toQueryError(attempt, faults, limit && readRetryAfter(limit));
  if (typeof data === "object" && data !== null) return data as Data;
  const message = `Cannot ${attempt.what}: GitHub answered ${status} without data; run it again`;
  throw new GitHubError("try-later", status, message);
}

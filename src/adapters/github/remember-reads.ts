import type { Octokit } from "@octokit/rest";
import type { Answer, ReadMemory } from "./read-memory.ts";

/**
 * Lets an Octokit ask for what it read before only if it has changed: GitHub answers 304 then, which costs nothing
 * of the hour's budget, and the answer is the remembered one. Bodies that are read as streams are left out.
 *
 * To be called before other hooks are set: they see the answer as if it had come anew.
 *
 * @param owner Whose reads these are; one never gets what another read.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate
 */
export function rememberReads(
  octokit: Pick<Octokit, "hook" | "request">,
  memory: ReadMemory,
  owner: string,
): void {
  octokit.hook.wrap("request", async (request, options) => {
    const isStream = options.request?.parseSuccessResponseBody === false;
    if (options.method !== "GET" || isStream) return request(options);
    const { url, headers } = octokit.request.endpoint(options);
    const key = `${owner} ${headers.accept} ${url}`;
    const known = memory.find(key);
    const etag = known?.headers.etag;
    if (known === undefined || etag === undefined)
      return keep(key, (await request(options)) as Answer);
    options.headers["if-none-match"] = etag; // other hooks hold these very options
    try {
      return keep(key, (await request(options)) as Answer);
    } catch (error) {
      if ((error as { status?: unknown }).status !== 304) throw error;
      const { response } = error as { response?: Answer };
      return { ...known, headers: { ...known.headers, ...response?.headers } };
    }
  });

  function keep(key: string, answer: Answer): Answer {
    if (answer.headers.etag !== undefined) memory.keep(key, answer);
    return answer;
  }
}

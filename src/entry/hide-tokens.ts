/** Variables that tokens come in; a runner gives the Action's inputs as `INPUT_…`. */
const variables = ["GITHUB_TOKEN", "GH_TOKEN", "INPUT_TOKEN", "INPUT_APP-PRIVATE-KEY"];

/** GitHub's kinds of tokens, and what stands before the `@` of an address. */
const shapes = /\b(?:gh[a-z]_[A-Za-z0-9_]{16,}|github_pat_\w{16,})|(?<=\/\/)[^\s/@]+(?=@)/g;

/** Too short to be a token; hiding it would garble other words. */
const leastLength = 8;

/**
 * A text for a log without this process's tokens and whatever looks like one: servers, proxies and
 * libraries may say in an error what they were sent.
 *
 * Source: https://github.blog/changelog/2021-03-31-authentication-token-format-updates-are-generally-available/
 */
export function hideTokens(text: string): string {
  let hidden = text;
  for (const name of variables) {
    for (const part of process.env[name]?.split(/\s+/) ?? [])
      if (part.length >= leastLength) hidden = hidden.replaceAll(part, "[REDACTED]");
  }
  return hidden.replace(shapes, "[REDACTED]");
}

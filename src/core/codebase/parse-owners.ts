import type { OwnerRule } from "../model/codebase.ts";

/**
 * The rules of a CODEOWNERS file, in its order: the last that matches a file counts. A pattern
 * without a slash inside matches in every folder, as in .gitignore.
 * https://docs.github.com/articles/about-code-owners
 */
export function parseOwners(text: string): readonly OwnerRule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(?:^|\s)#.*$/, "")
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "");
    // A section of GitLab's form ("[Docs] @team") says who owns what follows; it is no pattern.
    if (pattern === undefined || /^\^?\[/.test(pattern)) return [];
    return [{ globs: toGlobs(pattern), owners }];
  });
}

function toGlobs(pattern: string): readonly string[] {
  const bare = pattern.replace(/^\/|\/$/g, "");
  const isAnchored = pattern.startsWith("/") || bare.includes("/");
  const glob = isAnchored ? bare : `**/${bare}`;
  if (pattern.endsWith("/")) return [`${glob}/**`];
  return bare.endsWith("*") ? [glob] : [glob, `${glob}/**`];
}

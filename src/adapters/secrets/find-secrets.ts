import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import type { Secret } from "../../core/model/secret.ts";
import { findAssignedSecrets } from "./find-assigned-secrets.ts";
import { unescapeMarkdown } from "./unescape-markdown.ts";

/** All of secretlint's recommended rules; of AWS also key IDs, which it leaves out by itself, without account IDs. */
const config = {
  rules: [
    {
      id: "@secretlint/secretlint-rule-preset-recommend",
      rule: creator,
      rules: [
        {
          id: "@secretlint/secretlint-rule-aws",
          options: { enableIDScanRule: true },
          allowMessageIds: ["AWSAccountID"],
        },
      ],
    },
  ],
};

/**
 * The secrets in a Markdown text by the rules of secretlint, in order, none over another; also
 * those in which an editor escaped characters (`ghp\_…`), and what `findAssignedSecrets` finds. A
 * plain password in a sentence is not found.
 */
export async function findSecrets(text: string): Promise<readonly Secret[]> {
  const found = await ask(text);
  const { text: plain, toOffset } = unescapeMarkdown(text);
  const escaped = plain === text ? [] : await ask(plain);
  const all = escaped.map(({ start, end, kind }) => ({
    start: toOffset(start),
    end: toOffset(end),
    kind,
  }));
  return merge([...found, ...all]);
}

async function ask(content: string): Promise<readonly Secret[]> {
  const source = { filePath: "spec.md", content, contentType: "text" as const, ext: ".md" };
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
  const known = messages.map(({ range: [start, end], ruleId }) => ({
    start,
    end,
    kind: ruleId.replace(/^.*secretlint-rule-/, ""),
  }));
  return [...known, ...findAssignedSecrets(content)];
}

function merge(secrets: readonly Secret[]): readonly Secret[] {
  const merged: Secret[] = [];
  for (const secret of secrets.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || secret.start >= last.end) merged.push(secret);
    else merged[merged.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
  }
  return merged;
}

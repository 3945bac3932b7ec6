import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { SpecDocument } from "../../src/core/model/spec.ts";
import { readSpec } from "../support/read-spec.ts";

const page = readFileSync(new URL("../../docs/spec-formats.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/^```markdown title="([^"]+)"(.*)\n([\s\S]*?)\n```$/gm)].map(
  ([, title = "", claims = "", text = ""]) => ({ title, claims: readClaims(claims), text }),
);

describe("docs/spec-formats.md", () => {
  it("has examples", () => {
    expect(examples.map((example) => example.title)).toEqual([
      "numbered tasks",
      "spec-kit",
      "Kiro",
      "headings",
      "table",
      "checklist",
      "unmarked",
      "statements",
      "temporal",
    ]);
  });

  it.each(examples)("shows what becomes of its example: $title", ({ claims, text }) => {
    const document = readSpec(text, "example.md");

    const counted = countAll(document);

    expect(Object.fromEntries(Object.keys(claims).map((key) => [key, counted[key]]))).toEqual(
      claims,
    );
    expect(document.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

function readClaims(words: string): Record<string, number> {
  return Object.fromEntries(
    [...words.matchAll(/([a-z-]+)=(\d+)/g)].map(([, key, count]) => [key, Number(count)]),
  );
}

/** Edges are counted by pair, other statements by kind. */
function countAll({ tasks, statements, temporal }: SpecDocument): Record<string, number> {
  const count = (kind: string) => statements.filter((each) => each.kind === kind).length;
  const pairs = statements.flatMap((each) => {
    if (each.kind === "edge")
      return each.owners.flatMap((owner) => each.on.map((on) => `${owner} ${on}`));
    return [];
  });
  const groupPairs = statements.flatMap((each) =>
    each.kind === "group-edge"
      ? each.ownerGroups.flatMap((owner) => each.onGroups.map((on) => `${owner} ${on}`))
      : [],
  );
  return {
    tasks: tasks.length,
    edges: new Set(pairs).size,
    "group-edges": new Set(groupPairs).size,
    none: count("none"),
    external: count("external"),
    unresolved: count("unresolved"),
    rows: temporal.length,
    bound: temporal.filter((row) => row.left.length > 0 && row.right.length > 0).length,
  };
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { findTable } from "./find-table.ts";

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
}

const page = "docs/action.md";
const action = parse(readFileSync("action.yml", "utf8")) as ActionFile;

/** A default as the page shows it: each line as code, `–` for none. */
function showDefault(value: string | undefined): string {
  if (value === undefined) return "–";
  return value
    .trim()
    .split("\n")
    .map((line) => `\`${line}\``)
    .join("<br>");
}

function readBlocks(path: string): readonly string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = ""]) => block);
}

describe("the reference of the Action", () => {
  it("has each input of action.yml with its default, and no other", () => {
    const shown = findTable(page, "input").rows.map((cells) => cells.slice(0, 2));

    expect(shown).toEqual(
      Object.entries(action.inputs).map(([name, input]) => [
        `\`${name}\``,
        showDefault(input.default),
      ]),
    );
  });

  it("has each output of action.yml, and no other", () => {
    const shown = findTable(page, "output").rows.map(([name]) => name);

    expect(shown).toEqual(Object.keys(action.outputs).map((name) => `\`${name}\``));
  });

  it("shows settings that are read without a finding", () => {
    const [settings] = readBlocks(page);

    expect(settings).toContain("resources:");
    expect(parseConfig(settings, "keysteps.yml").diagnostics).toEqual([]);
  });
});

describe("the README", () => {
  it("shows a workflow whose inputs the Action has", () => {
    const [workflow = "", ...steps] = readBlocks("README.md").map((block) => parse(block));
    const used = [...workflow.jobs.keysteps.steps, ...steps.flatMap((part) => part.steps)]
      .filter(({ uses }) => uses?.startsWith("keysteps/") || uses === "./.keysteps")
      .flatMap((step) => Object.keys(step.with));

    expect(used.length).toBeGreaterThan(1);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(used));
  });
});

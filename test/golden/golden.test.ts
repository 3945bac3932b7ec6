import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { chooseSpec } from "../../src/core/spec/files/choose-spec.ts";
import { compileSpec } from "../../src/flows/compile-spec.ts";
import { validatePlan } from "../../src/flows/validate-plan.ts";
import { projectPlan } from "../support/project-plan.ts";
import { sha256 } from "../support/sha256.ts";

const folder = "test/golden";
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const tools = { hash: sha256, version: "0.0.0", findSecrets: async () => [] };

/** The spec beside plan.json: a file, or all files as a folder of the same name. */
function compile(name: string) {
  const all = readdirSync(`${folder}/${name}`).filter((one) => one !== "plan.json");
  const inside = `specs/${name}`;
  const [file] = all;
  const spec =
    all.length === 1
      ? { path: `${inside}/${file}`, files: [`${inside}/${file}`] }
      : chooseSpec(inside, all);
  if (spec === undefined) throw new Error(`${name} has no spec`);
  const files = spec.files.map((path) => {
    const text = readFileSync(path.replace("specs", folder), "utf8");
    return { path, text, secrets: [] };
  });
  return compileSpec(
    {
      ...{ path: spec.path, changedAt: 0, configText: undefined, overrides: {}, record: undefined },
      files,
    },
    tools,
  );
}

/** Each plan.json was held against its spec by eye, field by field, before it was kept. */
describe.each(names)("the spec in %s", (name) => {
  const { artifacts } = compile(name);
  const path = `${folder}/${name}/plan.json`;

  it("gives the plan that was looked at", () => {
    const plan = projectPlan(artifacts);
    if (process.env.KEYSTEPS_RECORD) writeFileSync(path, `${JSON.stringify(plan, undefined, 2)}\n`);

    expect(plan).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });

  it("gives artifacts that validate-plan passes, and the same bytes again", async () => {
    const { isOk, diagnostics } = await validatePlan(artifacts, tools);

    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(isOk).toBe(true);
    expect([...compile(name).artifacts]).toEqual([...artifacts]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { renderSchemas } from "../../scripts/render-schemas.ts";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { listSchemaFields } from "../support/list-schema-fields.ts";
import { findTable } from "./find-table.ts";

const schemas = [...renderSchemas()];
/** Every field of the format of T.A.S.K.S v3, by file. */
const reference: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync("test/support/reference-fields.json", "utf8"),
);
const additions = findTable("docs/artifacts.md", "file", "Our additions").rows;

describe("the schema of the settings", () => {
  const schema = JSON.parse(
    schemas.find(([path]) => path.endsWith("/keysteps.schema.json"))?.[1] ?? "{}",
  );
  const accepts = new Ajv2020({ allowUnionTypes: true }).compile(schema);

  it("takes the example of the reference", () => {
    const [, example = ""] =
      /^```yaml\n(.*?)^```$/ms.exec(readFileSync("docs/settings.md", "utf8")) ?? [];

    expect([accepts(parse(example)), accepts.errors]).toEqual([true, null]);
  });

  it.each([
    "max_wave_sizes: 4",
    "min_confidence: 1.5",
    "max_wave_size: 0",
    "resources: { db: { kind: exclusive } }",
    "calendar: { days: [someday] }",
    "resource_allocation: { headroom_percent: 91 }",
  ])("refuses %s, as planning does", (text) => {
    expect(accepts(parse(text))).toBe(false);
    expect(parseConfig(text, "keysteps.yml").diagnostics).toHaveLength(1);
  });
});

describe("the published schemas", () => {
  it.each(schemas)("%s is as the types have it (else: npm run schemas)", (path, text) => {
    expect(existsSync(path) && readFileSync(path, "utf8") === text).toBe(true);
  });

  it("travel with the package", () => {
    const { files } = JSON.parse(readFileSync("package.json", "utf8"));

    expect(files).toContain("docs");
  });

  it.each(Object.keys(reference))("have each field of T.A.S.K.S v3 for %s", (file) => {
    const fields = listFields(file);

    expect(reference[file]?.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it.each(Object.keys(reference))(
    "have no other field for %s than docs/artifacts.md tells",
    (file) => {
      const told = additions.filter(([name]) => name === file).map(([, field = ""]) => field);
      const known = told.map((field) => field.replaceAll("`", ""));
      const ours = listFields(file).filter((field) => !reference[file]?.includes(field));
      const isTold = (field: string) =>
        known.some(
          (name) =>
            field === name || (field.startsWith(name) && /^[.[{]/.test(field.slice(name.length))),
        );

      expect(ours.filter((field) => !isTold(field))).toEqual([]);
      expect(known.filter((field) => !ours.includes(field))).toEqual([]);
    },
  );
});

function listFields(file: string): readonly string[] {
  const name = `docs/schemas/${file.replace(".json", "")}.schema.json`;
  return listSchemaFields(JSON.parse(schemas.find(([path]) => path === name)?.[1] ?? "{}"));
}

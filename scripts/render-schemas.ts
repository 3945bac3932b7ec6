import { z } from "zod";
import { decimalText, resourceSchema, settingSchemas } from "../src/core/config/config-schema.ts";
import { defaultConfig } from "../src/core/config/default-config.ts";
import { settingDescriptions } from "../src/core/config/setting-descriptions.ts";
import { toSettings } from "../src/core/config/to-settings.ts";
import { coordinatorJson } from "../src/core/model/artifact/coordinator-json.ts";
import { dagJson } from "../src/core/model/artifact/dag-json.ts";
import { featuresJson } from "../src/core/model/artifact/features-json.ts";
import { tasksJson } from "../src/core/model/artifact/tasks-json.ts";
import { tasksMetaJson } from "../src/core/model/artifact/tasks-meta-json.ts";
import { wavesJson } from "../src/core/model/artifact/waves-json.ts";

const schemas = {
  "features.json": featuresJson,
  "tasks.json": tasksJson,
  "dag.json": dagJson,
  "waves.json": wavesJson,
  "coordinator.json": coordinatorJson,
  ".tasks-meta.json": tasksMetaJson,
} as const;

/** The schema of `.github/keysteps.yml`, for editors: every key with what it says and its default. */
function renderSettingsSchema(): string {
  const resources = z.record(
    z.string(),
    z.union([z.literal(false).describe("Removes a built-in resource."), resourceSchema]),
  );
  const settings = z.strictObject({ ...settingSchemas, resources }).partial();
  const { $schema, ...rest } = z.toJSONSchema(settings, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) !== decimalText) return;
      delete jsonSchema.pattern;
      Object.assign(jsonSchema, { type: "number", minimum: 0, maximum: 1 });
    },
  });
  const defaults = toSettings(defaultConfig);
  const names = Object.keys(settingSchemas) as (keyof typeof settingSchemas)[];
  const properties = Object.fromEntries(
    names.map((name) => {
      const told = { description: settingDescriptions[name], default: defaults[name] };
      return [name, { ...told, ...Object(rest.properties?.[name]) }];
    }),
  );
  const head = { $schema, title: ".github/keysteps.yml", ...rest, properties };
  return `${JSON.stringify(head, undefined, 2)}\n`;
}

/** JSON Schema (draft 2020-12) of each artifact, by the path it is published at. Fields that a schema does not name are let be. */
export function renderSchemas(): ReadonlyMap<string, string> {
  const artifacts = new Map(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
      const path = `docs/schemas/${name.replace(/^\.|\.json$/g, "")}.schema.json`;
      return [path, `${JSON.stringify({ $schema, title: name, ...rest }, undefined, 2)}\n`];
    }),
  );
  return artifacts.set("docs/schemas/keysteps.schema.json", renderSettingsSchema());
}

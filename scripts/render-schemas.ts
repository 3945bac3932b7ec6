import { z } from "zod";
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

/** JSON Schema (draft 2020-12) of each artifact, by the path it is published at. Fields that a schema does not name are let be. */
export function renderSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
      const path = `docs/schemas/${name.replace(/^\.|\.json$/g, "")}.schema.json`;
      return [path, `${JSON.stringify({ $schema, title: name, ...rest }, undefined, 2)}\n`];
    }),
  );
}

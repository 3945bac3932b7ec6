import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../../src/core/schedule/order/project.ts";
import { parsePsplib } from "./parse-psplib.ts";

/** An instance of PSPLIB and the shortest makespan known of it. */
export interface Instance {
  readonly name: string;
  readonly project: Project;
  readonly bestKnown: number;
}

/** All instances of a class: `<folder>/<class>/*.sm`, with the makespans of `<folder>/best-known.json`. */
export function listInstances(folder: string, name: string): readonly Instance[] {
  const known = JSON.parse(readFileSync(join(folder, "best-known.json"), "utf8")) as Readonly<
    Record<string, { readonly ub: number }>
  >;
  return readdirSync(join(folder, name))
    .filter((file) => file.endsWith(".sm"))
    .sort()
    .map((file) => {
      const instance = file.slice(0, -".sm".length);
      const project = parsePsplib(readFileSync(join(folder, name, file), "utf8"));
      const bestKnown = known[instance]?.ub;
      if (bestKnown === undefined) throw new Error(`best-known.json does not tell of ${instance}`);
      return { name: instance, project, bestKnown };
    });
}

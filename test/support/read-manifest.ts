import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What app.yml asks GitHub for. */
export interface Manifest {
  readonly hook_attributes: { readonly url: string };
  readonly default_permissions: Readonly<Record<string, "read" | "write">>;
  readonly default_events: readonly string[];
}

/** The manifest that the App is registered with. */
export function readManifest(): Manifest {
  return parse(readFileSync("app.yml", "utf8"));
}

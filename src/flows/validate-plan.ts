import { readPlan } from "../core/artifacts/read-plan.ts";
import type { Diagnostic } from "../core/model/diagnostic.ts";
import type { Secret } from "../core/model/secret.ts";
import type { CompileTools } from "./compile-spec.ts";

/** The files that a plan folder may hold and that are looked at. */
export const artifactNames: readonly string[] = [
  "features.json",
  "tasks.json",
  "dag.json",
  "waves.json",
  "coordinator.json",
  "Plan.md",
  "Decisions.md",
  ".tasks-meta.json",
];

/** What is wrong with a plan's files; it is ok if nothing is. */
export interface Validation {
  readonly diagnostics: readonly Diagnostic[];
  readonly isOk: boolean;
}

/** Checks a plan's files, whoever wrote them. */
export async function validatePlan(
  files: ReadonlyMap<string, string>,
  { hash, findSecrets }: Pick<CompileTools, "hash" | "findSecrets">,
): Promise<Validation> {
  const secrets = new Map<string, readonly Secret[]>();
  for (const [name, text] of files) secrets.set(name, await findSecrets(text));
  const { diagnostics, isOk } = readPlan(files, hash, secrets);
  return { diagnostics, isOk };
}

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

/**
 * Checks a plan's files, whoever wrote them.
 *
 * @param spec Text of the spec that was planned; evidence is not held against it if left out.
 */
export async function validatePlan(
  files: ReadonlyMap<string, string>,
  { hash, findSecrets, version }: CompileTools,
  spec?: string,
): Promise<Validation> {
  const secrets = new Map<string, readonly Secret[]>();
  for (const [name, text] of files) secrets.set(name, await findSecrets(text));
  const { diagnostics, isOk } = readPlan(files, hash, { secrets, spec, version });
  return { diagnostics, isOk };
}

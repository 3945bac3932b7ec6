import { coordinatorJson } from "../model/artifact/coordinator-json.ts";
import { dagJson } from "../model/artifact/dag-json.ts";
import { featuresJson } from "../model/artifact/features-json.ts";
import { tasksJson } from "../model/artifact/tasks-json.ts";
import { tasksMetaJson } from "../model/artifact/tasks-meta-json.ts";
import { wavesJson } from "../model/artifact/waves-json.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Secret } from "../model/secret.ts";
import { findJsonLine } from "../text/find-json-line.ts";
import type { ArtifactFault, ArtifactSet } from "./read/artifact-set.ts";
import { checkHash } from "./read/check-hash.ts";
import { checkInventory } from "./read/check-inventory.ts";
import { checkPlan } from "./read/check-plan.ts";
import { checkSpecText } from "./read/check-spec-text.ts";
import { findExposedSecrets } from "./read/find-exposed-secrets.ts";
import { mergeFaults } from "./read/merge-faults.ts";
import { parseFile } from "./read/parse-file.ts";

/** A plan read back from its files. */
export interface ReadPlan {
  /** Errors, and warnings on the quality metrics; by file, then by line. */
  readonly diagnostics: readonly Diagnostic[];
  /** There is no error. */
  readonly isOk: boolean;
  /** `undefined` if a file is missing, is not JSON or has a wrong field. */
  readonly artifacts: ArtifactSet | undefined;
}

/** Most faults whose line is looked up; with more, something is wrong as a whole. */
const maxLocated = 100;

/** What the reading of a plan may know besides its files. */
export interface ReadOptions {
  /** The secrets in each file by its name; none if left out. */
  readonly secrets?: ReadonlyMap<string, readonly Secret[]>;
  /** Text of the spec, which evidence is held against; not if left out. */
  readonly spec?: string | undefined;
  /** Of this program: what it estimates it estimates again in a plan that this version wrote. */
  readonly version?: string;
}

const inventory = ".tasks-meta.json";

/**
 * Reads a plan's JSON files and holds them against their shapes, their hashes
 * and each other. Files of other makers are taken too: keys that we do not know
 * are let be, and ours may be missing. Faults that one wrong value explains are told as one.
 *
 * @param files Text by file name.
 * @param hash SHA-256 of a text's UTF-8 form, lower-case hex.
 */
export function readPlan(
  files: ReadonlyMap<string, string>,
  hash: (text: string) => string,
  { secrets = new Map(), spec, version }: ReadOptions = {},
): ReadPlan {
  const features = parseFile(files, "features.json", featuresJson);
  const tasks = parseFile(files, "tasks.json", tasksJson);
  const dag = parseFile(files, "dag.json", dagJson);
  const waves = parseFile(files, "waves.json", wavesJson);
  const coordinator = parseFile(files, "coordinator.json", coordinatorJson);
  const parsed = { features, tasks, dag, waves, coordinator };

  const hashes = new Map(
    Object.entries(parsed).map(([name, { content }]) => [
      `${name}.json`,
      content?.generated?.contentHash,
    ]),
  );
  const meta = files.has(inventory) ? parseFile(files, inventory, tasksMetaJson) : undefined;
  const set = toSet({
    features: features.content,
    tasks: tasks.content,
    dag: dag.content,
    waves: waves.content,
    coordinator: coordinator.content,
  });
  const faults = [
    ...Object.entries(parsed).flatMap(([name, { content, raw, faults }]) => [
      ...faults,
      ...checkHash(`${name}.json`, raw, content?.generated, hash),
    ]),
    ...(meta?.faults ?? []),
    ...(meta?.content ? checkInventory(meta.content, files, hashes, hash) : []),
    ...(set ? checkPlan(set, meta?.content, version) : []),
    ...(set && spec !== undefined ? checkSpecText(set, spec) : []),
  ];
  const diagnostics = [
    ...mergeFaults(faults).map((fault, index) => toDiagnostic(fault, files, index < maxLocated)),
    ...findExposedSecrets(files, secrets),
  ];
  return {
    diagnostics: diagnostics.sort(comparePlaces),
    isOk: diagnostics.every(({ severity }) => severity !== "error"),
    artifacts: set,
  };
}

type Unread = { readonly [Name in keyof ArtifactSet]: ArtifactSet[Name] | undefined };

function toSet({ features, tasks, dag, waves, coordinator }: Unread): ArtifactSet | undefined {
  return features && tasks && dag && waves && coordinator
    ? { features, tasks, dag, waves, coordinator }
    : undefined;
}

function toDiagnostic(
  { code, severity, file, keys, message, line: known }: ArtifactFault,
  files: ReadonlyMap<string, string>,
  isLocated: boolean,
): Diagnostic {
  const line = known ?? (isLocated ? findJsonLine(files.get(file) ?? "", keys) : 1);
  const pointer = toPointer(keys);
  return { code, severity, message, at: { path: file, line, column: 1, pointer } };
}

/** RFC 6901. */
function toPointer(keys: ArtifactFault["keys"]): string {
  return keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function comparePlaces({ at: a }: Diagnostic, { at: b }: Diagnostic): number {
  return a.path < b.path ? -1 : Number(a.path > b.path) || a.line - b.line;
}

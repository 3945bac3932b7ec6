import type { z } from "zod";
import type { Resource } from "../model/config.ts";
import type { ResourceId } from "../model/ids.ts";
import { builtInResources } from "./built-in-resources.ts";
import { resourceSchema } from "./config-schema.ts";

/** Says what is wrong at a key path below the settings' top. */
type Report = (code: string, keys: readonly PropertyKey[], message: string) => void;

/** A resource's name: it becomes a label, a map key and part of a lock's key. */
const namePattern = /^[a-z0-9][a-z0-9_.-]{0,49}$/i;

/** What other limits are called: one name, one limit. */
const takenNames: ReadonlySet<string> = new Set([
  "cpu_cores",
  "memory_mb",
  "disk_io_mbps",
  "max_concurrent_tasks",
]);

/**
 * The resources that a settings file leaves: built-ins not removed, changed
 * where named again, then the file's own, in the file's order. An entry that is
 * wrong is reported and left as it was before.
 */
export function parseResources(
  entries: Readonly<Record<string, unknown>>,
  report: Report,
  reportIssues: (issues: readonly z.core.$ZodIssue[], keys: readonly PropertyKey[]) => void,
): readonly Resource[] {
  const resources = new Map<string, Resource>(builtInResources.map((item) => [item.id, item]));
  for (const [name, entry] of Object.entries(entries)) {
    if (entry === false || entry === null) {
      resources.delete(name);
      continue;
    }
    if (!namePattern.test(name)) {
      const wanted = "use up to 50 letters, digits, '_', '-' and '.', such as database_migrations";
      report("KS403", ["resources", name], `'${name}' is no name for a resource; ${wanted}`);
      continue;
    }
    if (takenNames.has(name)) {
      const wanted = "give the resource another name; machines stand under 'resource_limits'";
      report("KS403", ["resources", name], `'${name}' is the name of another limit; ${wanted}`);
      continue;
    }
    const parsed = resourceSchema.safeParse(entry);
    if (!parsed.success) {
      reportIssues(parsed.error.issues, ["resources", name]);
      continue;
    }
    const base = resources.get(name);
    const fault = findFault(parsed.data, base);
    if (fault === undefined) resources.set(name, extendResource(name, parsed.data, base));
    else report("KS404", ["resources", name], `Resource '${name}' ${fault}`);
  }
  return [...resources.values()];
}

type ResourceEntry = z.infer<typeof resourceSchema>;

function extendResource(name: string, entry: ResourceEntry, base: Resource | undefined): Resource {
  const type = chooseType(entry, base);
  return {
    id: name as ResourceId,
    type,
    capacity: entry.capacity ?? (type === "shared_limited" && base ? base.capacity : 1),
    location: entry.location === undefined ? (base?.location ?? []) : [entry.location].flat(),
    ...(entry.location !== undefined && { isPlaced: true }),
    scope: entry.scope ?? base?.scope ?? "repo",
    reason: entry.reason ?? base?.reason ?? `${name} is shared`,
    tasks: toUnits(entry.tasks ?? base?.tasks ?? {}),
  };
}

function chooseType(entry: ResourceEntry, base: Resource | undefined): Resource["type"] {
  return (
    entry.type ?? base?.type ?? (entry.capacity === undefined ? "exclusive" : "shared_limited")
  );
}

function findFault(entry: ResourceEntry, base: Resource | undefined): string | undefined {
  const { capacity } = entry;
  if (chooseType(entry, base) === "exclusive") {
    return capacity === undefined || capacity === 1
      ? undefined
      : `is exclusive, so its capacity is 1, not ${capacity}; drop the capacity or write 'type: shared_limited'`;
  }
  return capacity === undefined && base?.type !== "shared_limited"
    ? "is shared_limited and has no capacity; add 'capacity: N', the units that exist"
    : undefined;
}

function toUnits(
  tasks: readonly (string | number)[] | Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return isList(tasks) ? Object.fromEntries(tasks.map((id) => [String(id), 1])) : tasks;
}

function isList<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}

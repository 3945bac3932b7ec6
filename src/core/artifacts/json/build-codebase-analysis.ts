import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import type { Codebase, SharedPlace } from "../../model/codebase.ts";
import type { Resource } from "../../model/config.ts";
import type { Plan } from "../../model/plan.ts";
import { listUsedResources } from "../list-used-resources.ts";
import { measureReuse } from "../metrics/measure-reuse.ts";

type Analysis = NonNullable<TasksJson["meta"]["codebase_analysis"]>;

/** Most names of a list; the totals tell what is cut. */
const mostNames = 50;

/** What the code has for the plan. Where no code was looked at, it says so. */
export function buildCodebaseAnalysis(plan: Plan): Analysis {
  const shared = Object.fromEntries(
    listShared(plan).map((item) => [item.id, toShared(item, plan.code?.codebase)]),
  );
  if (plan.code === undefined) {
    const note = "no code was looked at; paths that the spec names were held against the resources";
    return { shared_resources: shared, partial: true, note };
  }
  const { codebase, ofTask } = plan.code;
  const apis = listApis(codebase);
  const points = codebase.extensionPoints.map(({ name }) => name);
  const reused = [...ofTask.values()].flatMap((code) => [...code.extends, ...code.imports]);
  return {
    existing_apis: cut(apis),
    reused_components: [...new Set(reused)].sort(),
    extension_points: cut(points),
    shared_resources: shared,
    environments: [...codebase.environments],
    checks: codebase.checks.map(({ kind, command, path }) => ({ kind, command, path })),
    languages: { ...codebase.languages },
    totals: { existing_apis: new Set(apis).size, extension_points: new Set(points).size },
    reuse_ratio: measureReuse(plan),
    partial: codebase.isPartial,
    note: codebase.note,
  };
}

/** Endpoints, then what other files import, the most used first; interfaces only where they are extension points, for others are mere shapes. */
function listApis({ endpoints, elements, extensionPoints }: Codebase): readonly string[] {
  const points = new Set(extensionPoints);
  const used = elements.filter(
    (element) => element.usedBy > 0 && (element.kind !== "interface" || points.has(element)),
  );
  return [...endpoints, ...used].map(({ name }) => name).filter((name) => name.length > 2);
}

/** Resources that tasks need, and those that the code has though no task needs them. */
function listShared(plan: Plan): readonly Resource[] {
  const used = listUsedResources(plan);
  if (plan.code === undefined) return used;
  const { migrations, deployments, testDatabases } = plan.code.codebase;
  const seen = new Set<string>([
    ...used.map(({ id }) => id),
    ...(migrations.length > 0 ? ["database_migrations"] : []),
    ...(deployments.length > 0 ? ["deployment_pipeline"] : []),
    ...(testDatabases.length > 0 ? ["test_databases"] : []),
  ]);
  return plan.resources.filter(({ id }) => seen.has(id));
}

function toShared(resource: Resource, codebase: Codebase | undefined) {
  const { type, capacity, scope, reason } = resource;
  const constraint = type === "exclusive" ? "one_at_a_time" : undefined;
  const places = listPlaces(resource, codebase);
  const location = places.length > 0 ? [...places] : undefined;
  return { type, capacity, location, scope, constraint, reason };
}

/** Where the code has it, or settings say that it is. Where a built-in one is usually found is no place. */
function listPlaces(
  { id, isPlaced, location }: Resource,
  codebase: Codebase | undefined,
): readonly string[] {
  const builtIn: Readonly<Record<string, readonly SharedPlace[] | undefined>> = {
    database_migrations: codebase?.migrations ?? [],
    deployment_pipeline: codebase?.deployments ?? [],
  };
  const found = isPlaced ? undefined : builtIn[id];
  return found === undefined ? location : found.map((place) => place.location);
}

function cut(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, mostNames);
}

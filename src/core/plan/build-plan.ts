import type { Codebase } from "../model/codebase.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PlanId, TaskId } from "../model/ids.ts";
import type {
  Dependency,
  Plan,
  PlanGroup,
  PlannedSize,
  TaskInterfaces,
  UnresolvedStatement,
} from "../model/plan.ts";
import type { PlanRecord } from "../model/record.ts";
import type { SpecDocument } from "../model/spec.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import { judgeDeadlocks } from "../turns/judge-deadlocks.ts";
import { mergeDependencies } from "../turns/merge-dependencies.ts";
import { resolveConflicts } from "../turns/resolve-conflicts.ts";
import { assignResources } from "./assign-resources.ts";
import { bindTemporalRows } from "./bind-temporal-rows.ts";
import { breakCycles } from "./break-cycles.ts";
import { buildDag } from "./build-dag.ts";
import { buildFeatures } from "./build-features.ts";
import { buildTasks } from "./build-tasks.ts";
import { checkPlan } from "./check-plan.ts";
import { fitCode } from "./code/fit-code.ts";
import { hasEndpoint } from "./code/index-code.ts";
import { placeResources } from "./code/place-resources.ts";
import { hashTasks } from "./hash-tasks.ts";
import type { InferredLink } from "./infer/inferred-link.ts";
import { linkDependencies } from "./link-dependencies.ts";
import { findInterfaces, type NamedInterface, toTaskInterfaces } from "./links/find-interfaces.ts";
import { inferLinks } from "./links/infer-links.ts";
import { keepOrder } from "./links/keep-order.ts";
import { lockSharedFiles } from "./links/lock-shared-files.ts";
import { recogniseWork } from "./links/recognise-work.ts";
import { matchTasks } from "./match/match-tasks.ts";
import { mintTaskIds } from "./mint-task-ids.ts";
import { prepareSpec } from "./prepare-spec.ts";
import { measureCoverage } from "./served/measure-coverage.ts";
import type { SizeChange } from "./sizes/size-change.ts";
import { collectChecks } from "./temporal/collect-checks.ts";
import { judgeConstraints } from "./temporal/judge-constraints.ts";

/** What a plan depends on besides the spec. */
export interface PlanContext {
  readonly config: Config;
  /** What the last apply left; `undefined` before the first. */
  readonly record: PlanRecord | undefined;
  /** The code that the plan fits into, where it was looked at. */
  readonly codebase?: Codebase | undefined;
  /** SHA-256 of a text's UTF-8 form, lower-case hex. */
  readonly hash: (text: string) => string;
  /** Plan IDs that other specs of the repository have; none if left out. */
  readonly takenPlanIds?: readonly PlanId[];
  /** Tasks of the record whose issues are closed; none if left out. */
  readonly closed?: ReadonlySet<TaskId>;
}

/**
 * Makes a plan of a spec: tasks with the IDs they had at the last apply,
 * features, resources, dependencies and their graph. Whatever is wrong comes
 * as a finding; a plan comes in any case. Same input, same plan.
 */
export function buildPlan(read: SpecDocument, context: PlanContext): Plan {
  const { codebase, config, record, hash } = context;
  const { spec, links: inferred, sizes } = prepareSpec(read, config);
  const hashes = hashTasks(spec.tasks, hash);
  const known = matchTasks(spec.tasks, hashes, record, context.closed);
  const kept = new Map([...known].map(([ref, { id }]) => [ref, id]));
  const ids = mintTaskIds(spec.tasks, kept, record);
  const { features, featureOf } = buildFeatures(spec, hash);
  const shared = codebase ? placeResources(config.resources, codebase) : config.resources;
  const rows = bindTemporalRows(spec, ids, shared);
  const constraints = judgeConstraints(spec, ids, rows.locks);
  const order = spec.tasks.flatMap(({ ref }) => ids.get(ref) ?? []);
  const interfaces = findInterfaces(spec.tasks, hasEndpoint(codebase));
  const guesses = inferLinks(spec, interfaces);
  const links = linkDependencies(spec, ids, config.minConfidence, guesses);
  const said = [...links.dependencies, ...rows.dependencies, ...toDependencies(inferred, ids)];
  const guessed = toDependencies(guesses, ids);
  const merged = mergeDependencies([...said, ...keepOrder(guessed, said, order)], order);
  const unlocked = breakCycles(order, merged, config.minConfidence);
  const given = [...shared, ...rows.resources];
  const files = lockSharedFiles(spec.tasks, ids, unlocked.dag, {
    resources: given,
    needs: assignResources(spec.tasks, ids, given, rows.needs),
  });
  const { needs, resources } = files;
  const precedence = mergeDependencies([...unlocked.precedence, ...files.links], order);
  const dag =
    files.links.length === 0 ? unlocked.dag : buildDag(order, precedence, config.minConfidence);
  const tasks = buildTasks(spec.tasks, {
    ...{ ids, featureOf, needs, hashes },
    checks: collectChecks(constraints),
    config,
  });
  const contention = resolveConflicts(tasks, resources, dag);
  const draft = {
    id: record?.planId ?? toPlanId(spec, context),
    specPath: spec.path,
    title: spec.title,
    dialect: spec.dialect,
    config,
    works: new Map(tasks.map((task) => [task.id, recogniseWork(task)])),
    interfaces: toInterfaces(interfaces, order),
    code: codebase && fitCode(spec.tasks, ids, codebase),
    features,
    tasks,
    dependencies: mergeDependencies([...precedence, ...contention.dependencies], order),
    resources,
    conflicts: contention.conflicts,
    constraints,
    deadlocks: judgeDeadlocks({
      tasks,
      dag,
      resources,
      conflicts: contention.conflicts,
      constraints,
    }),
    unresolved: listUnresolved(spec, ids),
    explicitNone: listExplicitNone(spec, ids),
    coverage: read.tasks.length === 0 ? undefined : measureCoverage(spec, constraints),
    groups: listGroups(spec, ids),
    dag,
    broken: unlocked.broken,
    sizes: toSizes(sizes, ids, config.normalises),
    retired: listRetired(order, record),
    matches: spec.tasks.flatMap(({ ref }) => known.get(ref) ?? []),
  };
  const diagnostics = [...spec.diagnostics, ...links.diagnostics, ...checkPlan(draft)];
  return { ...draft, diagnostics: diagnostics.sort(comparePlaces) };
}

/** Specs that stand in no file. */
const pathless = ["description", "stdin"];

/**
 * A description has no path of its own, so what it says tells it from others. A path that had
 * another plan before, which has moved on with its spec, gets the next ID that is free.
 */
function toPlanId(spec: SpecDocument, { hash, takenPlanIds = [] }: PlanContext): PlanId {
  const { path, diagnostics: _, ...said } = spec;
  const name = pathless.includes(path) ? `${path}\n${canonicalJson(said)}` : path;
  for (let turn = 1; ; turn++) {
    const id = `PLAN-${hash(turn === 1 ? name : `${name}\n${turn}`).slice(0, 8)}` as PlanId;
    if (!takenPlanIds.includes(id)) return id;
  }
}

function toDependencies(
  links: readonly (InferredLink & { readonly isHard?: boolean })[],
  ids: ReadonlyMap<string, TaskId>,
): readonly Dependency[] {
  return links.flatMap((link) => {
    const [from, to] = [ids.get(link.from), ids.get(link.to)];
    if (from === undefined || to === undefined) return [];
    const isHard = link.isHard ?? true;
    return [{ ...link, from, to, isHard, origin: "inferred", sharedResource: undefined }];
  });
}

function toInterfaces(
  interfaces: readonly NamedInterface[],
  order: readonly TaskId[],
): ReadonlyMap<TaskId, TaskInterfaces> {
  const byTask = [...toTaskInterfaces(interfaces)];
  return new Map(
    byTask.flatMap(([index, own]) => order.slice(index, index + 1).map((id) => [id, own] as const)),
  );
}

function toSizes(
  sizes: readonly SizeChange[],
  ids: ReadonlyMap<string, TaskId>,
  isMade: boolean,
): readonly PlannedSize[] {
  return sizes.map(({ kind, tasks, parts, reason }) => ({
    ...{ kind, reason, isMade },
    // A task that was split has no ID of its own any more: its parts have it, with a letter.
    tasks: tasks.map(
      ({ ref, ownId, title }) =>
        ids.get(ref) ?? ids.get(`${ref}/a`)?.replace(/a$/, "") ?? ownId ?? title,
    ),
    parts: parts.map(({ ref, title, effort }) => ({
      id: isMade ? ids.get(ref) : undefined,
      title,
      hours: effort?.hours ?? 0,
    })),
  }));
}

function listUnresolved(
  spec: SpecDocument,
  ids: ReadonlyMap<string, TaskId>,
): readonly UnresolvedStatement[] {
  return spec.statements
    .flatMap((statement) => {
      const { kind, path, line, text } = statement;
      if (kind !== "external" && kind !== "unresolved") return [];
      const owner = statement.owner === undefined ? undefined : ids.get(statement.owner);
      return [{ path, line, owner, text, kind }];
    })
    .sort((a, b) => a.line - b.line || compareText(a.text, b.text) || compareText(a.kind, b.kind));
}

function listExplicitNone(spec: SpecDocument, ids: ReadonlyMap<string, TaskId>) {
  return spec.statements
    .flatMap((statement) => {
      if (statement.kind !== "none") return [];
      const { path, line, text, owner } = statement;
      return [{ path, line, owner: owner === undefined ? undefined : ids.get(owner), text }];
    })
    .sort((a, b) => a.line - b.line || compareText(a.text, b.text));
}

function listGroups(spec: SpecDocument, ids: ReadonlyMap<string, TaskId>): readonly PlanGroup[] {
  return spec.groups
    .filter(({ taskRefs }) => taskRefs.length > 0)
    .map(({ id, title, taskRefs }) => ({
      id,
      title,
      tasks: taskRefs.flatMap((ref) => ids.get(ref) ?? []),
    }));
}

function listRetired(order: readonly TaskId[], record: PlanRecord | undefined): readonly TaskId[] {
  const current = new Set(order);
  return record?.tasks.map(({ id }) => id).filter((id) => !current.has(id)) ?? [];
}

function comparePlaces({ at: a, code: x }: Diagnostic, { at: b, code: y }: Diagnostic): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(x, y);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

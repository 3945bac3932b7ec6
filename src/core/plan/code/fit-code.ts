import type { Codebase } from "../../model/codebase.ts";
import type { TaskId } from "../../model/ids.ts";
import type { PlannedCode, TaskCode } from "../../model/plan.ts";
import type { SpecFile, SpecTask } from "../../model/spec.ts";
import { countOf } from "../../text/count-of.ts";
import { listNames } from "../../text/list-names.ts";
import { matchGlob } from "../../text/match-glob.ts";
import { findChecks } from "./find-checks.ts";
import { findReuse, type Reuse } from "./find-reuse.ts";
import { indexCode } from "./index-code.ts";

/** Lays tasks beside the code: what each builds on, who owns its files, what shows that it is done. */
export function fitCode(
  tasks: readonly SpecTask[],
  ids: ReadonlyMap<string, TaskId>,
  codebase: Codebase,
): PlannedCode {
  const index = indexCode(codebase);
  const findOwners = toOwnerFinder(codebase);
  const fitted = tasks.flatMap((task) => {
    const id = ids.get(task.ref);
    if (id === undefined) return [];
    const reuse = findReuse(task, index);
    const code: TaskCode = {
      extends: reuse.filter(({ isExtended }) => isExtended).map(({ element }) => element.name),
      imports: reuse.filter(({ isExtended }) => !isExtended).map(({ element }) => element.name),
      confidence: Math.min(1, ...reuse.map(({ confidence }) => confidence)),
      reason: listNames(reuse.map(describeReuse)),
      owners: findOwners(task.files),
      checks: findChecks(task, index, listNamedFiles(reuse)),
    };
    return [[id, code] as const];
  });
  return { codebase, ofTask: new Map(fitted) };
}

/** Files with code that the task names; two at most, for a text that names many is about none of them. */
function listNamedFiles(reuse: readonly Reuse[]): readonly string[] {
  const named = reuse.filter(({ confidence }) => confidence >= 0.9);
  const paths = [...new Set(named.map(({ element }) => element.path))];
  return paths.length > 2 ? [] : paths;
}

function describeReuse({ element, reason }: Reuse): string {
  const { name, usedBy, extendedBy } = element;
  const uses = [
    ...(extendedBy > 0 ? [`extended by ${extendedBy}`] : []),
    ...(usedBy > 0 ? [`imported by ${countOf(usedBy, "file")}`] : []),
  ];
  return `${name} (${[reason, ...uses].join(", ")})`;
}

/** Owners of files: of each the last rule that matches it. */
function toOwnerFinder({ owners }: Codebase) {
  const rules = owners.map((rule) => ({ ...rule, match: matchGlob(rule.globs) })).toReversed();
  return (files: readonly SpecFile[]): readonly string[] => {
    const found = files.flatMap(
      ({ path }) => rules.find(({ match }) => match(path) !== undefined)?.owners ?? [],
    );
    return [...new Set(found)];
  };
}

import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { ArtifactFault, FilePlace } from "./artifact-set.ts";
import { grounds } from "./grounds.ts";
import type { PlanFacts } from "./plan-facts.ts";

/** Figures are rounded to the tenth, each by itself. */
const tolerance = 0.1 + 1e-9;

/**
 * KS506 where a task of ours contradicts what is stated of it: its duration leaves out the stated
 * hours, its scope a file that it names; `inferred` names a field that it does not have, an interface
 * is used that no task makes, or a proposed change has other hours than its tasks.
 */
export function checkStatements({ tasks, isOwn }: PlanFacts): readonly ArtifactFault[] {
  if (!isOwn) return [];
  const made = new Set(tasks.tasks.flatMap(({ interfaces_produced }) => interfaces_produced ?? []));
  return [
    ...tasks.tasks.flatMap((task, index) => [
      ...checkDuration(task, index),
      ...(task.inferred ?? []).flatMap(({ field }, at) =>
        read(task, field) === undefined
          ? [
              tell(
                ["tasks", index, "inferred", at, "field"],
                `${field} is said to be inferred and is not there`,
              ),
            ]
          : [],
      ),
      ...(task.interfaces_consumed ?? []).flatMap((name, at) =>
        made.has(name)
          ? []
          : [
              tell(
                ["tasks", index, "interfaces_consumed", at],
                `no task makes ${name}, which ${task.id} uses`,
                [],
              ),
            ],
      ),
      ...checkScope(task, index),
    ]),
    ...checkProposals(),
  ];

  function checkProposals(): readonly ArtifactFault[] {
    const placeOf = new Map(tasks.tasks.map(({ id }, index) => [id, index]));
    const hoursOf = new Map(tasks.tasks.map(({ id, stated_effort }) => [id, stated_effort?.hours]));
    return (tasks.meta.autonormalization?.proposed ?? []).flatMap(
      ({ kind, tasks: some, into }, index) => {
        const hours = some.map((id) => hoursOf.get(id));
        const sum = hours.reduce<number>((all, one) => all + (one ?? 0), 0);
        const after = into.reduce((all, one) => all + one.hours, 0);
        const place = ["meta", "autonormalization", "proposed", index];
        const isOne = kind === "split" ? some.length === 1 : into.length === 1;
        return [
          ...(isOne
            ? []
            : [tell([...place, "tasks"], `a ${kind} of ${some.length} into ${into.length} tasks`)]),
          ...(isOne &&
          hours.every((one) => one !== undefined) &&
          Math.abs(sum - after) > 0.05 * (into.length + 1)
            ? [
                tell(
                  [...place, "into"],
                  `${Math.round(100 * after) / 100} h come of ${sum} h`,
                  some.map((id) => ({ file: "tasks.json", keys: ["tasks", placeOf.get(id) ?? 0] })),
                ),
              ]
            : []),
        ];
      },
    );
  }
}

/** What is likely is what is stated, and the range lies around the stated one. */
function checkDuration(
  { id, duration, stated_effort: effort }: TaskJson,
  index: number,
): readonly ArtifactFault[] {
  if (duration === undefined || effort === undefined) return [];
  const isRight =
    Math.abs(duration.mostLikely - effort.hours) <= tolerance &&
    duration.optimistic <= effort.min_hours + tolerance &&
    duration.pessimistic >= effort.max_hours - tolerance;
  if (isRight) return [];
  const { optimistic, mostLikely, pessimistic } = duration;
  const what = `${id} takes ${optimistic}, ${mostLikely} or ${pessimistic} h, and the spec states ${effort.min_hours} to ${effort.max_hours} h, likely ${effort.hours}`;
  return [
    tell(["tasks", index, "duration"], what, [
      { file: "tasks.json", keys: ["tasks", index, "stated_effort"] },
    ]),
  ];
}

function checkScope(
  { id, files = [], boundaries }: TaskJson,
  index: number,
): readonly ArtifactFault[] {
  const { includes } = boundaries?.scope ?? {};
  if (includes === undefined) return [];
  const place = ["tasks", index, "boundaries", "scope", "includes"];
  return files
    .filter(({ path }) => !includes.includes(path))
    .map(({ path }) =>
      tell(place, `${id} names ${path}, and its scope does not include it`, [
        { file: "tasks.json", keys: ["tasks", index, "files"] },
      ]),
    );
}

function read(task: TaskJson, field: string): unknown {
  return field
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
      task,
    );
}

function tell(
  keys: FilePlace["keys"],
  what: string,
  rests: readonly FilePlace[] = [],
): ArtifactFault {
  const task =
    keys[0] === "tasks" ? [{ file: "tasks.json", keys: keys.slice(0, 2) }, grounds.tasks] : [];
  const message = `The plan contradicts itself: ${what}; correct one of them, or run 'tasks plan' again`;
  return {
    code: "KS506",
    severity: "error",
    file: "tasks.json",
    keys,
    message,
    rests: [...task, ...rests],
  };
}

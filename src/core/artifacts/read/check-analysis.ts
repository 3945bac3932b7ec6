import type { ArtifactFault, FilePlace } from "./artifact-set.ts";
import { grounds } from "./grounds.ts";
import type { PlanFacts } from "./plan-facts.ts";

/** Most names of a list of ours; the totals tell how many there are. */
const mostNames = 50;

const place = { file: "tasks.json", keys: ["meta", "codebase_analysis"] };

/**
 * KS506 where the analysis of the code does not fit itself or the tasks: a name that stands twice, a
 * total that its list does not have, and in a plan of ours reused components that are not just what
 * tasks reuse.
 */
export function checkAnalysis({ tasks, isOwn }: PlanFacts): readonly ArtifactFault[] {
  const analysis = tasks.meta.codebase_analysis;
  if (analysis === undefined) return [];
  const lists = {
    existing_apis: analysis.existing_apis,
    reused_components: analysis.reused_components,
    extension_points: analysis.extension_points,
    environments: analysis.environments,
  };
  const reused = new Set(
    tasks.tasks.flatMap(({ reuses_existing: one }) => [
      ...(one?.extends ?? []),
      ...(one?.imports ?? []),
    ]),
  );
  const listed = new Set(analysis.reused_components);
  const isLooked = isOwn && analysis.reused_components !== undefined;
  return [
    ...Object.entries(lists).flatMap(([name, list = []]) => findTwice(list, [...place.keys, name])),
    ...tasks.tasks.flatMap((task, index) =>
      Object.entries({
        "reuses_existing/extends": task.reuses_existing?.extends,
        "reuses_existing/imports": task.reuses_existing?.imports,
        skillsRequired: task.skillsRequired,
        "resource_requirements/worker_capabilities_required":
          task.resource_requirements?.worker_capabilities_required,
        "resource_requirements/estimated/exclusive_resources":
          task.resource_requirements?.estimated.exclusive_resources,
        interfaces_produced: task.interfaces_produced,
        interfaces_consumed: task.interfaces_consumed,
      }).flatMap(([name, list = []]) => findTwice(list, ["tasks", index, ...name.split("/")])),
    ),
    ...Object.entries(analysis.shared_resources ?? {}).flatMap(([name, { location }]) =>
      Array.isArray(location)
        ? findTwice(location, [...place.keys, "shared_resources", name, "location"])
        : [],
    ),
    ...Object.entries(analysis.totals ?? {}).flatMap(([name, total]) => {
      const list = lists[name as keyof typeof lists];
      const at = [...place.keys, "totals", name];
      if (list === undefined)
        return [tell("KS505", at, `'${name}' is none of the lists; correct the name`, [])];
      const isRight = total === list.length || (total > list.length && list.length >= mostNames);
      return isRight
        ? []
        : [
            tell("KS506", at, `${name} has ${list.length} names and not ${total}; correct it`, [
              { file: place.file, keys: [...place.keys, name] },
            ]),
          ];
    }),
    ...(isLooked
      ? [
          ...[...reused]
            .filter((name) => !listed.has(name))
            .map((name) => `leaves out ${name}, which tasks reuse`),
          ...[...listed]
            .filter((name) => !reused.has(name))
            .map((name) => `has ${name}, which no task reuses`),
        ].map((what) =>
          tell(
            "KS506",
            [...place.keys, "reused_components"],
            `reused_components ${what}; run 'tasks plan' again`,
            [grounds.tasks],
          ),
        )
      : []),
  ];
}

function findTwice(list: readonly string[], keys: FilePlace["keys"]): readonly ArtifactFault[] {
  const seen = new Set<string>();
  return list.flatMap((name, index) => {
    const isTwice = seen.has(name);
    seen.add(name);
    return isTwice
      ? [tell("KS505", [...keys, index], `'${name}' stands there twice; take it out`, [])]
      : [];
  });
}

function tell(
  code: string,
  keys: FilePlace["keys"],
  message: string,
  more: readonly FilePlace[],
): ArtifactFault {
  const [list, index] = keys;
  const task =
    list === "tasks" && index !== undefined
      ? [grounds.tasks, { file: place.file, keys: [list, index] }]
      : [];
  const rests = [{ file: place.file, keys: keys.slice(0, -1) }, ...task, ...more];
  return { code, severity: "error", file: place.file, keys, message, rests };
}

import type { TasksMetaJson } from "../../model/artifact/tasks-meta-json.ts";
import type { ArtifactFault } from "./artifact-set.ts";
import { expectFigure } from "./expect-figure.ts";
import type { PlanFacts } from "./plan-facts.ts";

/**
 * KS506 where files are of different plans, specs or moments.
 *
 * @param meta The inventory; `undefined` where there is none.
 */
export function checkIdentity(
  { features, tasks, dag, waves, coordinator }: PlanFacts,
  meta: TasksMetaJson | undefined,
): readonly ArtifactFault[] {
  const planIds = [tasks.meta.planId, waves.planId, meta?.planId].flatMap((id) => id ?? []);
  const specs = [tasks.meta.spec_path, meta?.spec_path].flatMap((path) => path ?? []);
  const inventory = ".tasks-meta.json";
  const files = { features, tasks, dag, waves, coordinator };
  return [
    ...expectSame(
      "plan ID",
      [
        ["tasks.json", ["meta", "planId"], tasks.meta.planId],
        ["waves.json", ["planId"], waves.planId],
        [inventory, ["planId"], meta?.planId],
      ],
      planIds,
    ),
    ...expectSame(
      specPath,
      [
        ["tasks.json", ["meta", "spec_path"], tasks.meta.spec_path],
        [inventory, ["spec_path"], meta?.spec_path],
      ],
      specs,
    ),
    ...(meta === undefined
      ? []
      : expectSame(
          "time of the plan",
          [
            ...Object.entries(files).map(
              ([name, { generated }]) =>
                [`${name}.json`, ["generated", "timestamp"], generated?.timestamp] as const,
            ),
            [inventory, ["timestamp"], meta.timestamp],
          ],
          Object.values(files)
            .flatMap(({ generated }) => generated?.timestamp ?? [])
            .concat(meta.timestamp),
        )),
  ];
}

const specPath = "path of the spec";

type Statement = readonly [file: string, keys: readonly string[], stated: string | undefined];

/** What most files state is taken for right; of equally many, what the first one states. */
function expectSame(
  what: string,
  statements: readonly Statement[],
  values: readonly string[],
): readonly ArtifactFault[] {
  const count = (value: string) => values.filter((other) => other === value).length;
  const [right] = [...new Set(values)].sort((a, b) => count(b) - count(a));
  if (right === undefined) return [];
  return statements.flatMap(([file, keys, stated]) =>
    expectFigure({
      ...{ file, keys, stated, right: [right], what },
      rests: [{ file: "tasks.json", keys: ["meta", "spec_path"] }].filter(() => what === specPath),
    }),
  );
}

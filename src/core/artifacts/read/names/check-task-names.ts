import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";
import { listTaskNames } from "./list-task-names.ts";
import type { NameList } from "./task-name.ts";
import { tellUnknown } from "./tell-unknown.ts";

/**
 * KS505 for each name that stands for no task of the plan, told once wherever it stands, and for
 * each task that one list names twice, or that is named in its own list.
 */
export function checkTaskNames(facts: PlanFacts): readonly ArtifactFault[] {
  const lists = listTaskNames(facts);
  return [...findUnknown(lists, facts), ...lists.flatMap(findTwice)];
}

function findUnknown(lists: readonly NameList[], { taskOf }: PlanFacts): readonly ArtifactFault[] {
  const uses = lists.flatMap((list) =>
    list.ids.flatMap((name, index) => {
      const place = list.places[index];
      return taskOf.has(name) || place === undefined
        ? []
        : [{ name, place, rests: [toGround(list)] }];
    }),
  );
  return tellUnknown("task", uses);
}

function findTwice({ ids, places, isSet, owner, ...list }: NameList): readonly ArtifactFault[] {
  if (!isSet) return [];
  const firstOf = new Map(ids.map((id, index) => [id, index] as const).reverse());
  return ids.flatMap((id, index): readonly ArtifactFault[] => {
    const isTwice = (firstOf.get(id) ?? index) < index;
    const place = places[index];
    if (place === undefined || (!isTwice && id !== owner)) return [];
    const what = isTwice ? `'${id}' stands there twice` : `'${id}' stands in its own list`;
    const message = `${what}; take it out`;
    return [{ code: "KS505", severity: "error", ...place, message, rests: [toGround(list)] }];
  });
}

/** The value that a list belongs to: of waves all of them, of a dependency all of the graph. */
function toGround({ file, keys }: FilePlace): FilePlace {
  if (file === "tasks.json" && keys[0] === "dependencies") return grounds.links;
  if (file === grounds.waves.file && keys[2] === "waves") return grounds.waves;
  if (file === "dag.json" && keys[0] === "reduced_edges_sample")
    return { file, keys: ["reduced_edges_sample"] };
  return { file, keys };
}

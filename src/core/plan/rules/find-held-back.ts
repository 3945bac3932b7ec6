import { listReachable } from "../../graph/list-reachable.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { countOf } from "../../text/count-of.ts";
import { listNames } from "../../text/list-names.ts";
import type { PlanDraft } from "../plan-draft.ts";

/**
 * KS224 where the spec calls tasks blocked or deferred: they are not offered, and neither is what waits
 * for them, directly or through others. One note, at the first of them.
 */
export function findHeldBack({ tasks, dag }: PlanDraft): readonly Diagnostic[] {
  const held = tasks.filter(({ state }) => state === "blocked" || state === "deferred");
  const [first] = held;
  if (first === undefined) return [];
  const places = new Map(tasks.map(({ id }, place) => [id, place]));
  const graph = nameGraph([...places.keys()], dag.reduced);
  const behind = listReachable(
    graph,
    held.map(({ id }) => places.get(id) ?? 0),
  );
  const waiting = behind.filter((place) => tasks[place]?.state === "todo").length;
  const named = listNames(held.map(({ ownId, id }) => ownId ?? id));
  const cost =
    waiting === 0
      ? "no other waits for them"
      : `${countOf(waiting, "task")} can start only after them`;
  const message = `Blocked or deferred, so not offered to begin though forecasts count them: ${named}; ${cost}; change the box once they can go on`;
  const { path, line, column } = first;
  return [{ code: "KS224", severity: "info", message, at: { path, line, column } }];
}

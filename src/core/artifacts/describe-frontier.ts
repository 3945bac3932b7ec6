import type { Frontier } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";

/** How many tasks can start now, and how many more only wait for a resource or a slot: the one way in which pages tell it. */
export function describeFrontier({
  startable,
  waiting,
}: {
  readonly [Key in "startable" | "waiting"]: Pick<Frontier[Key], "length">;
}): string {
  const now = `${countOf(startable.length, "task")} can start now`;
  if (waiting.length === 0) return now;
  const verb = waiting.length === 1 ? "waits" : "wait";
  return `${now}, ${waiting.length} more only ${verb} for a resource or a slot`;
}

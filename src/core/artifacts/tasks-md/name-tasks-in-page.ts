import type { TaskId } from "../../model/ids.ts";
import type { Plan, Task } from "../../model/plan.ts";

/** Own IDs that a reader of the document takes up in any place. */
const readable =
  /^(?:T-?\d{1,6}[a-z]?|WP-?\d{1,4}|\d{1,4}(?:\.\d{1,2}){0,2}[a-z]?|(?:[A-Z][A-Z0-9]*[-_])+\d+[a-z]?)$/;

/**
 * The ID that each task bears in the task document. A task's own ID stays where it leads to the same
 * task ID when it is read again; the others bear the number of their task ID: `P2.T201` is `2.1`,
 * `P0.T004` is `T004`.
 */
export function nameTasksInPage({ tasks }: Plan): ReadonlyMap<TaskId, string> {
  const dotted = new Set(tasks.flatMap(({ ownId }) => (ownId === undefined ? [] : [ownId])));
  return new Map(tasks.map((task) => [task.id, nameTask(task, dotted)]));
}

function nameTask({ id, ownId }: Task, all: ReadonlySet<string>): string {
  const number = id.slice(id.indexOf(".T") + 2);
  if (ownId === undefined) return toDotted(id, number) ?? `T${number}`;
  const isParent = [...prefixesOf(ownId)].some((prefix) => all.has(prefix));
  return readable.test(ownId) && !isParent && toNumber(ownId) === number ? ownId : `T${number}`;
}

/** `1` and `1.2` of `1.2.3`: a reader would take the longer for a step of the shorter. */
function* prefixesOf(ownId: string): Generator<string> {
  const parts = ownId.split(".");
  for (let length = 1; length < parts.length; length++) yield parts.slice(0, length).join(".");
}

/** `P2.T201` as `2.1`. */
function toDotted(id: TaskId, number: string): string | undefined {
  const phase = Number(/^P(\d+)/.exec(id)?.[1]);
  const place = Number(number) - 100 * phase;
  return phase > 0 && place > 0 && place < 100 ? `${phase}.${place}` : undefined;
}

/** The digits of an own ID as a task ID has them: parts after the first take two. */
function toNumber(ownId: string): string {
  const [, digits = "", letter = ""] = /(\d+(?:[.\-_]\d+)*)([a-z]?)$/i.exec(ownId) ?? [];
  const [first = "", ...rest] = digits.split(/[.\-_]/).map(Number);
  const joined = `${first}${rest.map((part) => String(part).padStart(2, "0")).join("")}`;
  return joined.padStart(3, "0") + letter.toLowerCase();
}

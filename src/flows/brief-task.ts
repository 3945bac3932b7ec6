import { buildBrief } from "../core/artifacts/look/brief/build-brief.ts";
import { renderBrief } from "../core/artifacts/look/brief/render-brief.ts";
import { readTasks } from "../core/artifacts/read-tasks.ts";
import { InputError } from "../core/errors.ts";
import type { TaskBrief } from "../core/model/task-brief.ts";
import type { PlacedPlan } from "./open-plan.ts";

/** Most tasks that an error names. */
const mostNamed = 5;

/**
 * One task of a plan, whoever wrote it, for who does it: what a program may read, and as Markdown.
 *
 * @param name Its ID in the plan or in the spec, in any case.
 * @throws {InputError} if tasks.json cannot be read, or not exactly one task has that ID.
 */
export function briefTask(
  { place, files }: PlacedPlan,
  name: string,
): { readonly brief: TaskBrief; readonly text: string } {
  const read = readTasks(files, place);
  const { tasks } = read.tasks;
  const wanted = name.trim().toLowerCase();
  const byId = tasks.filter(({ id }) => id.toLowerCase() === wanted).slice(0, 1);
  const found =
    byId.length > 0 ? byId : tasks.filter(({ source }) => source?.id?.toLowerCase() === wanted);
  const [task] = found;
  if (found.length > 1) {
    const ids = found.slice(0, mostNamed).map(({ id }) => id);
    throw new InputError(
      `Cannot tell which task ${name} is: ${found.length} tasks of the spec have that ID; name one by its ID in the plan, such as ${ids.join(" or ")}`,
    );
  }
  if (task === undefined) {
    const near = tasks.filter(
      ({ id, source }) =>
        wanted !== "" && [id, source?.id ?? ""].some((one) => one.toLowerCase().includes(wanted)),
    );
    const ids = near.slice(0, mostNamed).map(({ id }) => id);
    const hint = ids.length > 0 ? `did you mean ${ids.join(" or ")}?` : "see `tasks next`";
    throw new InputError(
      `Cannot find ${name} in ${place}: it has ${tasks.length} tasks, none of that ID; ${hint}`,
    );
  }
  const brief = buildBrief(read, task);
  return { brief, text: renderBrief(brief) };
}

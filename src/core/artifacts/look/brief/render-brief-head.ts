import type { TaskBrief } from "../../../model/task-brief.ts";
import { cutText } from "../../../text/cut-text.ts";
import { stripInvisible } from "../../../text/strip-invisible.ts";
import { toLine } from "./to-line.ts";

/** Most characters of a description. */
const mostDescribed = 8_000;

/** A brief's first lines: which task this is, of what, how big, whether it may start, and what is to be done. */
export function renderBriefHead(brief: TaskBrief): string {
  const { task, feature } = brief;
  const { source, description = "" } = task;
  const own = source?.id === undefined ? "" : ` (${toLine(source.id)} in the spec)`;
  const line = source?.line === undefined ? "" : `:${source.line}`;
  const place = source === undefined ? "" : `, from ${toLine(source.path)}${line}`;
  const plan = [brief.plan.title && `"${toLine(brief.plan.title)}"`, brief.plan.id]
    .filter(Boolean)
    .join(", ");
  const aim =
    feature.title === undefined ? "" : `It serves "${toLine(feature.title)}" (${feature.id}).`;
  const facts = listFacts(task).join("; ");
  return [
    `# ${task.id} ${toLine(task.title)}`,
    [`Task ${task.id}${own}${plan === "" ? "" : ` of ${plan}`}${place}.`, aim]
      .filter(Boolean)
      .join(" "),
    ...(facts === "" ? [] : [`${facts}.`]),
    describeState(brief),
    ...(description.trim() === ""
      ? []
      : [cutText(stripInvisible(description.trim()), mostDescribed)]),
  ].join("\n\n");
}

function listFacts(task: TaskBrief["task"]): readonly string[] {
  const { category, boundaries, duration, durationUnits = "hours", owner, skillsRequired } = task;
  const { optimistic, mostLikely, pessimistic } = duration ?? {};
  const size = boundaries?.expected_complexity;
  const parts = size?.breakdown ? ` (${toLine(size.breakdown)})` : "";
  return [
    ...(category === undefined ? [] : [`Kind: ${category}`]),
    ...(size === undefined ? [] : [`Size: ${toLine(size.value)}${parts}`]),
    ...(mostLikely === undefined
      ? []
      : [`Likely ${mostLikely} ${durationUnits}, ${optimistic} to ${pessimistic}`]),
    ...(task.scheduling_hints?.priority ? [`Priority: ${task.scheduling_hints.priority}`] : []),
    ...(owner === undefined ? [] : [`For ${toLine(owner)}`]),
    ...(task.code_owners?.length ? [`Owners of its files: ${task.code_owners.join(", ")}`] : []),
    ...(skillsRequired?.length ? [`Skills: ${skillsRequired.map(toLine).join(", ")}`] : []),
    ...(task.optional === true ? ["It may be left out"] : []),
  ];
}

/** As the boxes stood when the plan was made. */
function describeState({ task, waitsFor, resources }: TaskBrief): string {
  const state = task.source?.state ?? "todo";
  if (state === "done") return "It is done.";
  const open = waitsFor.filter((other) => other.state !== "done").map(({ id }) => id);
  const under = state === "todo" ? "" : `Its box says ${state}. `;
  const names = resources.map(({ name }) => name).join(" and ");
  const turn = names === "" ? "." : ` once it has ${toLine(names)}.`;
  if (open.length === 0) return `${under}No task that it waits for is open: it may start${turn}`;
  return `${under}It may not start yet: it waits for ${open.join(", ")}.`;
}

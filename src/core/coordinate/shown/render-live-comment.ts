import type { CoordinatedPlan } from "../../model/coordinated-plan.ts";
import type { LaneName } from "../../model/event.ts";
import type { Freeze, Hold } from "../../model/hold.ts";
import { stateLabels, type TaskState } from "../../model/task-state.ts";
import { listHolders, listWaiters, nameHolder, toMinute } from "../gates/describe-need.ts";
import { liveMarker } from "../live-marker.ts";
import { renderRecordLine } from "../record/render-record-line.ts";
import { mergeNeeds } from "../situation/merge-needs.ts";
import type { ScopedNeed, TaskSituation } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";
import { renderLimits } from "./render-limits.ts";

/** What the comment tells about beside the tasks. */
export interface LiveContext {
  readonly states: ReadonlyMap<string, TaskState>;
  /** Unreleased holds, those granted in this pass included, with all that passes on them. */
  readonly holds: readonly Hold[];
  /** When the lane was first heard of, epoch milliseconds. */
  readonly since: number;
  readonly freezes: readonly Freeze[];
}

const shown = ["queued", "assigned", "running", "ready"] as const;

/**
 * The comment that a plan's tracking issue always shows: what may start now, what is under way,
 * who holds which resource since when, who waits, and for what room. Only what can be read from GitHub and the
 * holds, so that it is the same whoever writes it and whenever. Its last line, which nobody sees,
 * tells the holds to a coordinator that lost its store.
 */
export function renderLiveComment(
  plan: CoordinatedPlan,
  tasks: readonly TaskSituation[],
  { lane, ...context }: LiveContext & { readonly lane: LaneName },
): string {
  const own = tasks.filter((task) => task.plan === plan);
  const inState = (state: TaskState) => own.filter(({ key }) => context.states.get(key) === state);
  const done = inState("completed").length;
  const lines = [liveMarker(plan.id), `**${done} of ${own.length} tasks are done.**`];
  for (const state of shown) {
    const numbers = nameAll(inState(state));
    if (numbers !== "") lines.push("", `**${stateLabels[state]?.description}:** ${numbers}`);
  }
  const blocked = inState("blocked").length;
  if (blocked > 0) lines.push("", `${blocked} more wait for other tasks.`);
  const record = renderRecordLine(plan.id, { lane, ...context });
  const limits = renderLimits(plan, own, context.states);
  return [...lines, ...renderTurns(own, tasks, context), ...limits, "", record].join("\n");
}

function renderTurns(
  own: readonly TaskSituation[],
  all: readonly TaskSituation[],
  context: LiveContext,
): readonly string[] {
  const needs = mergeNeeds(own.flatMap(({ planned, needs }) => [...planned, ...needs]));
  const rows = needs.flatMap((need) => renderTurn(need, all, context));
  if (rows.length === 0) return [];
  return ["", "| takes turns | held by | waiting, in this order |", "|---|---|---|", ...rows];
}

/** A row of the table; none where nobody holds, nobody waits and nothing is frozen. */
function renderTurn(
  need: ScopedNeed,
  all: readonly TaskSituation[],
  { holds, freezes }: LiveContext,
): readonly string[] {
  const key = toResourceKey(need);
  const frozen = freezes
    .filter((freeze) => toResourceKey(freeze) === key)
    .map(({ pullNumber }) => `**frozen** by #${pullNumber}`);
  const held = listHolders(need, holds).map(
    (hold) => `${nameHolder(hold, all)} since ${toMinute(hold.grantedAt)}`,
  );
  const waiters = nameAll(listWaiters(need, all, holds));
  if (frozen.length + held.length === 0 && waiters === "") return [];
  const holders = [...frozen, ...held].join(", ") || "nobody";
  return [`| \`${need.resource}\` | ${holders} | ${waiters} |`];
}

function nameAll(tasks: readonly TaskSituation[]): string {
  return tasks.map(({ issue }) => `#${issue?.number}`).join(", ");
}

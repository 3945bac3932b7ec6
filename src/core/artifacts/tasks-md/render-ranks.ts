import type { TaskId } from "../../model/ids.ts";
import type { Task } from "../../model/plan.ts";
import { countOf } from "../../text/count-of.ts";
import { groupBy } from "../../text/group-by.ts";
import { likelyHours } from "../likely-hours.ts";
import type { TasksPage } from "./tasks-page.ts";

/** What each priority is in MoSCoW. */
const ranks = [
  ["critical", "Must have", "P0"],
  ["high", "Should have", "P1"],
  ["medium", "Could have", "P2"],
  ["low", "Will not have this time unless there is room", "P3"],
] as const;

/** The tasks by how much they matter, each with its hours, its risk and what it blocks. */
export function renderRanks(page: TasksPage): readonly string[] {
  const { plan } = page;
  const byRank = groupBy(plan.tasks, (task) => rankOf(page, task));
  const blocked = new Map(
    [...groupBy(plan.dag.reduced, ([from]) => from)].map(([from, edges]) => [
      from,
      edges.map(([, to]) => to),
    ]),
  );
  const total = sumHours(plan.tasks);
  const sections = [...ranks, [undefined, "Not ranked", "no priority stated"] as const].flatMap(
    ([rank, name, code]) => {
      const tasks = byRank.get(rank) ?? [];
      if (tasks.length === 0) return [];
      const share = total > 0 ? Math.round((100 * sumHours(tasks)) / total) : 0;
      return [
        "",
        `### ${name} (${code}): ${share}% of the hours`,
        "",
        ...tasks.map((task) => describeTask(page, task, blocked.get(task.id) ?? [])),
      ];
    },
  );
  return ["## Task Prioritization", ...sections];
}

/** A task without a priority of its own has that of its group; one that may be left out is not a must. */
function rankOf({ spec }: TasksPage, { priority, groupId, isOptional }: Task) {
  const rank = priority ?? spec.groups.find(({ id }) => id === groupId)?.priority;
  return isOptional && (rank === "critical" || rank === "high") ? "medium" : rank;
}

function describeTask(
  { nameOf, listOf, chain, waitsFor }: TasksPage,
  task: Task,
  blocks: readonly TaskId[],
): string {
  const hours = task.effort === undefined ? "no estimate" : `${task.effort.hours}h`;
  const isCritical = chain.tasks.includes(task.id);
  const critical = isCritical ? ", critical path" : "";
  const before = waitsFor.get(task.id) ?? [];
  const after = [
    ...(before.length === 0 ? [] : [`; depends on ${listOf(before)}`]),
    ...(blocks.length === 0 ? [] : [`; blocks ${listOf(blocks)}`]),
  ].join("");
  return `- ${nameOf(task.id)} (${hours}${critical}, ${tellRisk(task, isCritical)})${after}`;
}

/** A level from what is known: risks that the task names, and whether the end hangs on hours that nobody stated. */
function tellRisk({ risks, effort }: Task, isCritical: boolean): string {
  const isGuess = isCritical && effort === undefined;
  const level =
    risks.length > 0 && isCritical ? "high" : risks.length > 0 || isGuess ? "medium" : "low";
  const named = risks.length > 0 ? `: ${countOf(risks.length, "risk")} named` : "";
  return `${level} risk${named}`;
}

function sumHours(tasks: readonly Task[]): number {
  return tasks.reduce((sum, task) => sum + likelyHours(task), 0);
}

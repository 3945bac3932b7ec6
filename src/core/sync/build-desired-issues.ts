import type { TaskId } from "../model/ids.ts";
import type { DesiredIssue, DesiredIssues } from "../model/issue.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanRecord } from "../model/record.ts";
import type { Schedule } from "../model/schedule.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { buildLabels } from "./build-labels.ts";
import { linkSource } from "./link-source.ts";
import { listLinks } from "./list-links.ts";
import { type BlockContext, renderIssueBlock } from "./render-issue-block.ts";
import { renderIssueTitle } from "./render-issue-title.ts";

/** What the links to a spec's lines are made from. */
export interface SourceContext {
  readonly record: PlanRecord | undefined;
  /** The commit that the spec was read at; `undefined` where GitHub may not know it. */
  readonly sourceCommit: string | undefined;
}

/**
 * The issues that a plan wants, in topological order so that blockers come first.
 *
 * Links are the transitive reduction of the precedence edges, as far as GitHub takes them. The tracking issue is not among
 * them: its text names issue numbers, which exist only after these do.
 */
export function buildDesiredIssues(
  plan: Plan,
  schedule: Schedule,
  context: BlockContext & SourceContext,
): DesiredIssues {
  const labels = buildLabels(plan, schedule);
  const specLink = `[${escapeMarkdown(plan.specPath)}](${context.specUrl})`;
  const blockedBy = new Map<TaskId, TaskId[]>();
  for (const [from, to] of listLinks(plan)) blockedBy.set(to, [...(blockedBy.get(to) ?? []), from]);
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const recorded = new Map(context.record?.tasks.map((task) => [task.id, task]));
  const features = new Map(plan.features.map(({ id, key, title }) => [id, { key, title }]));
  const { fields: _, ...marks } = plan.config.issueFields ?? {};
  const issues = plan.dag.order.flatMap((id): DesiredIssue[] => {
    const task = byId.get(id);
    if (!task) return [];
    return [
      {
        taskId: id,
        title: renderIssueTitle(task.ownId, task.title),
        ...renderIssueBlock(task, plan, {
          ...context,
          source: linkSource(task, recorded.get(id), context.sourceCommit),
          blockedBy: blockedBy.get(id) ?? [],
        }),
        labels: labels.byTask.get(id) ?? [],
        isDone: task.state === "done",
        wasDone: recorded.get(id)?.isDone === true,
        isChanged: (recorded.get(id)?.contentHash ?? task.contentHash) !== task.contentHash,
        blockedBy: blockedBy.get(id) ?? [],
        fields: marks,
        bundle: features.get(task.featureId) ?? { key: "00000000", title: plan.title },
      },
    ];
  });
  return { planId: plan.id, issues, labels: labels.definitions, specLink };
}

import type { GroupKey, TaskId } from "../../model/ids.ts";
import type { DesiredIssue, RecognisedIssues } from "../../model/issue.ts";
import type { ParentKey } from "../../model/patch.ts";

/**
 * Most sub-issues that GitHub gives one parent.
 *
 * Source: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues
 */
export const maxSubIssues = 100;

/** An issue between tracking issue and tasks. */
export interface Group {
  readonly key: GroupKey;
  readonly title: string;
}

/** Which parent each task's issue belongs under; a task that has no place is left out. */
export interface Grouping {
  readonly parents: ReadonlyMap<TaskId, ParentKey>;
  /** In the order of their first tasks. */
  readonly groups: readonly Group[];
}

/** The bundle of all tasks, where there are more features than groups fit below one issue. */
const wholePlan = { key: "00000000", title: "Tasks" };

/**
 * Puts up to 100 tasks below the tracking issue itself, and more of them below one issue for each
 * feature, in parts of 100. A plan that was grouped once stays grouped, and a task stays in the part
 * that it is in, so that a new task moves no other. Where that makes more groups than fit below the tracking
 * issue, tasks are put into parts of 100 whatever they serve; what is beyond 100 such parts has no parent,
 * and none has where GitHub does not know of sub-issues.
 *
 * @param wanted In the order in which parts are filled.
 */
export function groupTasks(
  wanted: readonly DesiredIssue[],
  recognised: RecognisedIssues,
): Grouping {
  if (!recognised.hasFamilies) return { parents: new Map(), groups: [] };
  if (wanted.length <= maxSubIssues && recognised.groups.size === 0) {
    return { parents: new Map(wanted.map(({ taskId }) => [taskId, "tracking"])), groups: [] };
  }
  const byFeature = fillParts(wanted, recognised, ({ bundle }) => bundle);
  return byFeature.groups.length <= maxSubIssues
    ? byFeature
    : fillParts(wanted, recognised, () => wholePlan);
}

function fillParts(
  wanted: readonly DesiredIssue[],
  { issues, groups: known }: RecognisedIssues,
  bundleOf: (issue: DesiredIssue) => DesiredIssue["bundle"],
): Grouping {
  const keyOf = new Map([...known].map(([key, { databaseId }]) => [databaseId, key]));
  const used = new Map([...known].map(([key, { childCount = 0 }]) => [key, childCount]));
  const parents = new Map<TaskId, GroupKey>();
  const groups = new Map<GroupKey, Group>();
  for (const issue of wanted) {
    const { key: prefix, title } = bundleOf(issue);
    const now = keyOf.get(issues.get(issue.taskId)?.parent ?? -1);
    const key = now?.startsWith(`${prefix}-`) ? now : takePlace(prefix);
    parents.set(issue.taskId, key);
    const part = key.slice(prefix.length + 1);
    if (!groups.has(key))
      groups.set(key, { key, title: part === "1" ? title : `${title} (${part})` });
  }
  const kept = [...groups.values()].slice(0, maxSubIssues);
  const isKept = new Set(kept.map(({ key }) => key));
  return { parents: new Map([...parents].filter(([, key]) => isKept.has(key))), groups: kept };

  /** A place in the first part that has one. */
  function takePlace(prefix: string): GroupKey {
    for (let part = 1; ; part++) {
      const key = `${prefix}-${part}` as GroupKey;
      const taken = used.get(key) ?? 0;
      if (taken >= maxSubIssues) continue;
      used.set(key, taken + 1);
      return key;
    }
  }
}

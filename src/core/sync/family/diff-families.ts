import type { GroupKey, TaskId } from "../../model/ids.ts";
import type {
  DesiredIssue,
  DesiredIssues,
  ObservedIssue,
  RecognisedIssues,
} from "../../model/issue.ts";
import type { ParentKey, PatchStep } from "../../model/patch.ts";
import type { PlanRecord } from "../../model/record.ts";
import { diffGroups } from "./diff-groups.ts";
import { groupTasks, maxSubIssues } from "./group-tasks.ts";
import { judgeParent } from "./judge-parent.ts";

/** The writes about parents, by when they must come. */
export interface FamilySteps {
  /** What each task's issue is below, once the steps are taken, as far as that is our doing; grows as parents are given. */
  readonly parents: ReadonlyMap<TaskId, ParentKey>;
  /** Tasks whose issue's parent people see to. */
  readonly theirs: readonly TaskId[];
  /** New groups, after the tracking issue and before the tasks. */
  readonly first: readonly PatchStep[];
  /** Below which parent a new task's issue is made; none for one that has no place. */
  parentOf(issue: DesiredIssue): ParentKey | undefined;
  /** Moves, then what becomes of old groups. */
  readonly last: readonly PatchStep[];
}

/**
 * The writes that put tasks below the tracking issue, or below the groups between. A parent that people
 * set is kept, and so is their taking one away: only a parent that we set ourselves is changed. No more
 * is put below an issue than GitHub takes, whatever else people put there.
 */
export function diffFamilies(
  desired: DesiredIssues,
  wanted: readonly DesiredIssue[],
  recognised: RecognisedIssues,
  record: PlanRecord | undefined,
): FamilySteps {
  const grouping = groupTasks(wanted, recognised);
  const rooms = new Map<ParentKey, number>();
  const parents = new Map<TaskId, ParentKey>();
  const theirs: TaskId[] = [];
  const moves = wanted.flatMap(({ taskId }): PatchStep[] => {
    const observed = recognised.issues.get(taskId);
    const parent = grouping.parents.get(taskId);
    if (observed === undefined || parent === undefined) return [];
    const last = record?.tasks.find(({ id }) => id === taskId);
    const verdict = judgeParent(observed, findIssue(parent), last, recognised);
    if (verdict === "kept") parents.set(taskId, parent);
    if (verdict === "theirs") theirs.push(taskId);
    if (verdict !== "ours" || !takeRoom(parent)) return [];
    const isMoved = observed.parent !== null;
    if (isMoved) leaveRoom(observed);
    parents.set(taskId, parent);
    return [{ kind: "set-parent", child: taskId, parent, isMoved }];
  });
  const { created, changed, placed } = diffGroups(
    desired,
    grouping.groups,
    recognised,
    record,
    () => takeRoom("tracking"),
  );
  return {
    ...{ parents, theirs },
    first: created,
    parentOf: ({ taskId }) => {
      const parent = grouping.parents.get(taskId);
      if (parent === undefined || !takeRoom(parent)) return undefined;
      parents.set(taskId, parent);
      return parent;
    },
    last: [...moves, ...placed, ...changed],
  };

  function findIssue(key: ParentKey): ObservedIssue | undefined {
    return key === "tracking" ? recognised.trackingIssue : recognised.groups.get(key as GroupKey);
  }

  function takeRoom(key: ParentKey): boolean {
    const room = rooms.get(key) ?? maxSubIssues - (findIssue(key)?.childCount ?? 0);
    rooms.set(key, room - 1);
    return room > 0;
  }

  /** What moves away leaves its place to others. */
  function leaveRoom({ parent }: ObservedIssue): void {
    const keys: readonly ParentKey[] = ["tracking", ...recognised.groups.keys()];
    const key = keys.find((one) => findIssue(one)?.databaseId === parent);
    if (key === undefined) return;
    const room = rooms.get(key) ?? maxSubIssues - (findIssue(key)?.childCount ?? 0);
    rooms.set(key, room + 1);
  }
}

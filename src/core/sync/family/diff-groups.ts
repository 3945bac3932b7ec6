import type { GroupKey } from "../../model/ids.ts";
import type { DesiredIssues, ObservedIssue, RecognisedIssues } from "../../model/issue.ts";
import type { IssueChanges, PatchStep } from "../../model/patch.ts";
import type { PlanRecord } from "../../model/record.ts";
import { mergeBody } from "../merge-body.ts";
import { renderIssueTitle } from "../render-issue-title.ts";
import type { Group } from "./group-tasks.ts";
import { emptyNote, renderGroupBlock } from "./render-group-block.ts";

/** The writes about groups themselves. */
export interface GroupSteps {
  readonly created: readonly PatchStep[];
  /** Groups that go below the tracking issue only after tasks moved out of it. */
  readonly placed: readonly PatchStep[];
  /** Texts and states. */
  readonly changed: readonly PatchStep[];
}

/**
 * Makes the issues of groups that are missing, keeps their texts true, closes those that no task is
 * left in and opens them again where tasks come back. One that people closed stays closed.
 *
 * @param takeRoom Whether the tracking issue has room for one more; asked once for each that is to go there.
 */
export function diffGroups(
  { planId, specLink }: DesiredIssues,
  groups: readonly Group[],
  recognised: RecognisedIssues,
  record: PlanRecord | undefined,
  takeRoom: () => boolean,
): GroupSteps {
  const blockOf = (key: GroupKey) => renderGroupBlock(planId, key, specLink);
  const hasChildren = (recognised.trackingIssue?.childCount ?? 0) > 0;
  const created = groups
    .filter(({ key }) => !recognised.groups.has(key))
    .map(({ key, title }): Create => {
      const parent = !hasChildren && takeRoom() ? "tracking" : undefined;
      const text = { title: renderIssueTitle(undefined, title), body: blockOf(key) };
      return { kind: "create-group", group: key, ...text, parent };
    });
  const orphans = [
    ...created.flatMap(({ group, parent }) => (parent === undefined ? [group] : [])),
    ...groups.flatMap(({ key }) => (isOrphan(key) ? [key] : [])),
  ];
  const placed = orphans
    .filter(() => takeRoom())
    .map((child): PatchStep => ({ kind: "set-parent", child, parent: "tracking", isMoved: false }));
  const titles = new Map(groups.map(({ key, title }) => [key, renderIssueTitle(undefined, title)]));
  const changed = [...recognised.groups].flatMap(([group, observed]): PatchStep[] => {
    const title = titles.get(group);
    const block = title === undefined ? addEmptyNote(blockOf(group)) : blockOf(group);
    const changes =
      title === undefined ? closeGroup(observed, block) : diffGroup(observed, title, block);
    if (Object.keys(changes).length === 0) return [];
    return [{ kind: "update-group", group, number: observed.number, changes, block }];
  });
  return { created, placed, changed };

  /** A run made it and was cut short before it could put it there. */
  function isOrphan(key: GroupKey): boolean {
    const isRecorded = record?.groups?.some((one) => one.key === key) ?? false;
    return !isRecorded && recognised.groups.get(key)?.parent === null;
  }
}

type Create = Extract<PatchStep, { readonly kind: "create-group" }>;

function diffGroup(observed: ObservedIssue, title: string, block: string): IssueChanges {
  const body = mergeBody(block, observed.body);
  const isOurs = observed.state === "closed" && observed.body.includes(emptyNote);
  return {
    ...(title !== observed.title && { title }),
    ...(body !== observed.body.replaceAll("\r\n", "\n") && { body }),
    ...(isOurs && { state: "open" as const, stateReason: "reopened" as const }),
  };
}

/** Not one that is closed, nor one that a person has opened again. */
function closeGroup({ state, body }: ObservedIssue, block: string): IssueChanges {
  if (state === "closed" || body.includes(emptyNote)) return {};
  return { body: mergeBody(block, body), state: "closed", stateReason: "not_planned" };
}

function addEmptyNote(block: string): string {
  const [marker = "", ...lines] = block.split("\n");
  return [marker, emptyNote, "", ...lines].join("\n");
}

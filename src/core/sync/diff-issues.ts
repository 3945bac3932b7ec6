import type { TaskId } from "../model/ids.ts";
import type {
  BlockSlack,
  DesiredIssue,
  DesiredIssues,
  ObservedIssue,
  RecognisedIssues,
} from "../model/issue.ts";
import type { IssueChanges, IssueFlag, OpeningStep, Patch, PatchStep } from "../model/patch.ts";
import type { PlanRecord, RecordedTask } from "../model/record.ts";
import { addClosingNote } from "./closing-note.ts";
import { diffDropped } from "./diff-dropped.ts";
import { diffFields } from "./diff-fields.ts";
import { diffLinks } from "./diff-links.ts";
import { diffReleased } from "./diff-released.ts";
import { diffFamilies, type FamilySteps } from "./family/diff-families.ts";
import { judgeState } from "./judge-state.ts";
import { replaceLinkMarker } from "./link-marker.ts";
import { listOurLabels } from "./list-our-labels.ts";
import { isFull, mergeBody } from "./merge-body.ts";
import { renderIssueTitle } from "./render-issue-title.ts";

/**
 * The fewest writes that bring a plan's issues to what the plan wants: none where they are
 * there already. Only the managed block, the title, our labels and our links are touched.
 *
 * A task that the spec calls done and that never had an issue gets none.
 *
 * @param opening Makes the tracking issue, where there is none.
 * @param released Tasks that left the plan and whose issues are given back to people instead of being closed.
 */
export function diffIssues(
  desired: DesiredIssues,
  recognised: RecognisedIssues,
  record: PlanRecord | undefined,
  opening: OpeningStep | undefined,
  released: ReadonlySet<TaskId> = new Set(),
): Patch {
  const present = desired.issues.filter(
    (issue) => recognised.issues.has(issue.taskId) || !issue.isDone,
  );
  const links = diffLinks(present, recognised, record);
  const wanted = present.map((issue) => ({
    ...issue,
    block: replaceLinkMarker(issue.block, links.meantOf(issue)),
  }));
  const steps: PatchStep[] = [];
  for (const label of desired.labels) {
    if (!recognised.labels.has(label.name.toLowerCase()))
      steps.push({ kind: "create-label", label });
  }
  const families = diffFamilies(desired, wanted, recognised, record);
  steps.push(...(opening ? [opening] : []), ...families.first);
  for (const issue of wanted) {
    const observed = recognised.issues.get(issue.taskId);
    const last = record?.tasks.find(({ id }) => id === issue.taskId);
    steps.push(
      ...(observed ? diffIssue(issue, observed, last, recognised) : [toCreate(issue, families)]),
    );
  }
  steps.push(...diffDropped(desired, recognised, released));
  steps.push(...diffReleased(released, recognised, record));
  const inOrder = steps.toSorted((a, b) => rank(a) - rank(b));
  return {
    steps: [...links.first, ...inOrder, ...families.last, ...links.last],
    parents: families.parents,
    labels: new Map(
      wanted.map((issue) => {
        const last = record?.tasks.find(({ id }) => id === issue.taskId);
        const observed = recognised.issues.get(issue.taskId);
        return [issue.taskId, keepLabels(issue, observed, last, recognised)];
      }),
    ),
    theirs: { links: links.theirs, parents: families.theirs },
    flags: wanted.flatMap((issue) => flag(issue, recognised, record)),
  };
}

function flag(
  desired: DesiredIssue,
  { issues, logins }: RecognisedIssues,
  record: PlanRecord | undefined,
): readonly IssueFlag[] {
  const { taskId, block, slack } = desired;
  const observed = issues.get(taskId);
  if (observed === undefined) return [];
  const last = record?.tasks.find(({ id }) => id === taskId);
  const { number, title, body } = observed;
  const kinds = [
    judgeState(desired, observed, logins).flag,
    isFull(block, body, slack) ? "full" : undefined,
    isRetitled(desired, observed, last) ? "retitled" : undefined,
  ] as const;
  return kinds.flatMap((kind) => (kind === undefined ? [] : [{ kind, taskId, number, title }]));
}

/** Neither the spec's new title nor the one that we gave it. */
function isRetitled(
  { title }: DesiredIssue,
  observed: ObservedIssue,
  last: RecordedTask | undefined,
): boolean {
  if (last?.issue?.nodeId !== observed.nodeId || observed.title === title) return false;
  return observed.title !== renderIssueTitle(last.ownId, last.title);
}

const creating = ["create-label", "create-tracking", "create-group", "create-issue"];

/** Labels first, since issues wear them; then issues, parents first, since links join them; the rest as it comes. */
function rank({ kind }: PatchStep): number {
  return creating.includes(kind) ? creating.indexOf(kind) : creating.length;
}

function toCreate(issue: DesiredIssue, families: FamilySteps): PatchStep {
  const { taskId, title, block, slack, labels, fields } = issue;
  const parent = families.parentOf(issue);
  const body = mergeBody(block, "", slack);
  return { kind: "create-issue", taskId, title, body, labels, parent, fields };
}

function diffIssue(
  desired: DesiredIssue,
  observed: ObservedIssue,
  last: RecordedTask | undefined,
  { logins, labels }: RecognisedIssues,
): PatchStep[] {
  const { taskId } = desired;
  const { number } = observed;
  const { note, changes: state } = judgeState(desired, observed, logins);
  const block = note === undefined ? desired.block : addClosingNote(desired.block, note);
  const fields = diffFields(desired.fields, observed, last);
  const changes = { ...diffText({ ...desired, block }, observed), ...state, ...fields };
  const missing = desired.labels.filter((label) => !holdsLabel(observed.labels, label));
  const surplus = listOurLabels(observed, last, labels).filter(
    (label) => !holdsLabel(desired.labels, label),
  );
  return [
    ...(Object.keys(changes).length > 0
      ? [toUpdate({ taskId, number, changes }, block, desired.slack)]
      : []),
    ...(missing.length > 0
      ? [{ kind: "add-labels", taskId, number, labels: missing } as const]
      : []),
    ...surplus.map((label) => ({ kind: "remove-label", taskId, number, label }) as const),
  ];
}

type Update = Extract<PatchStep, { readonly kind: "update-issue" }>;

function toUpdate(
  step: Pick<Update, "taskId" | "number" | "changes">,
  block: string,
  slack: BlockSlack,
): PatchStep {
  const update = { kind: "update-issue", ...step } as const;
  return step.changes.body === undefined ? update : { ...update, block, slack };
}

function diffText(desired: DesiredIssue, observed: ObservedIssue): IssueChanges {
  const body = mergeBody(desired.block, observed.body, desired.slack);
  return {
    ...(desired.title !== observed.title && { title: desired.title }),
    ...(body !== observed.body.replaceAll("\r\n", "\n") && { body }),
  };
}

/** What we put on and what was ours; what people had put there before us stays theirs. */
function keepLabels(
  { labels }: DesiredIssue,
  observed: ObservedIssue | undefined,
  last: RecordedTask | undefined,
  { labels: definitions }: RecognisedIssues,
): readonly string[] {
  if (observed === undefined) return labels;
  const ours = listOurLabels(observed, last, definitions);
  return labels.filter((name) => !holdsLabel(observed.labels, name) || holdsLabel(ours, name));
}

/** GitHub takes two labels that differ in case alone for one. */
function holdsLabel(labels: readonly string[], label: string): boolean {
  return labels.some((other) => other.toLowerCase() === label.toLowerCase());
}

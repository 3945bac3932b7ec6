import type { TaskId } from "../model/ids.ts";
import type { DesiredIssue, RecognisedIssues } from "../model/issue.ts";
import type { PatchStep } from "../model/patch.ts";
import type { PlanRecord } from "../model/record.ts";
import { hasClosingNote } from "./closing-note.ts";
import { parseLinkMarker } from "./link-marker.ts";

/** The link writes, by when they must come. */
export interface LinkSteps {
  /** Before any text is edited: only the old text tells that these links are ours. */
  readonly first: readonly PatchStep[];
  /** After it: the new text says that they are meant, or the record that they were. */
  readonly last: readonly PatchStep[];
  /** Those of the wanted links that people made or took away themselves. */
  readonly theirs: readonly Pair[];
  /** The links that the text of a task's issue is to name as ours. */
  meantOf(issue: DesiredIssue): readonly TaskId[];
}

/**
 * The blocked-by links to add and to remove.
 *
 * Two things tell what we did before: the record, written when an apply ends, and the text of each
 * issue, written before its links. A link that both name and that is gone was taken away by a
 * person, and is not made again. A link that neither names was made by a person, and is never removed, also where the
 * plan wants it too; nor is one that a person made again after taking ours away. Where they
 * differ a run was cut short, and its links are ours to mend.
 */
export function diffLinks(
  wanted: readonly DesiredIssue[],
  recognised: RecognisedIssues,
  record: PlanRecord | undefined,
): LinkSteps {
  const present = new Set(wanted.map((issue) => issue.taskId));
  const desired = wanted.flatMap(({ taskId, blockedBy }) =>
    blockedBy.filter((id) => present.has(id)).map((id): Pair => [id, taskId]),
  );
  const recorded = listSame(record?.links, recognised, record);
  const meant = listMeant(recognised);
  const isLinked = (pair: Pair) => hasLink(pair, recognised);
  const left = listSame(record?.theirLinks, recognised, record);
  const isTheirs = (pair: Pair) => {
    const key = toKey(pair);
    const [isRecorded, isMeant] = [recorded.has(key), meant.has(key)];
    if (left.has(key)) return true;
    return isLinked(pair) ? !isRecorded && !isMeant : isRecorded && isMeant;
  };

  const theirs = desired.filter(isTheirs);
  const theirKeys = new Set(theirs.map(toKey));
  const added = desired.filter((pair) => !isLinked(pair) && !theirKeys.has(toKey(pair)));
  const wantedKeys = new Set(desired.map(toKey));
  const ours = new Map([...recorded, ...meant].filter(([key]) => !left.has(key)));
  const surplus = [...ours].filter(([key, pair]) => !wantedKeys.has(key) && isLinked(pair));
  const remove = ([, [blocking, blocked]]: readonly [string, Pair]) =>
    ({ kind: "remove-link", blocking, blocked }) as const;
  return {
    theirs,
    meantOf: ({ taskId, blockedBy }) =>
      blockedBy.filter((id) => {
        const key = toKey([id, taskId]);
        return !theirKeys.has(key) || meant.has(key);
      }),
    first: surplus.filter(([key]) => !recorded.has(key)).map(remove),
    last: [
      ...surplus.filter(([key]) => recorded.has(key)).map(remove),
      ...added.map(([blocking, blocked]) => ({ kind: "add-link", blocking, blocked }) as const),
    ],
  };
}

type Pair = readonly [blocking: TaskId, blocked: TaskId];
type Pairs = ReadonlyMap<string, Pair>;

function toKey([blocking, blocked]: Pair): string {
  return `${blocking} ${blocked}`;
}

/** Links of the last apply whose two issues are still those of then: one made anew has no links. */
function listSame(
  pairs: readonly Pair[] | undefined,
  { issues }: RecognisedIssues,
  record: PlanRecord | undefined,
): Pairs {
  const nodeIds = new Map(record?.tasks.map(({ id, issue }) => [id, issue?.nodeId] as const));
  const isSame = (id: TaskId) => issues.get(id)?.nodeId === nodeIds.get(id);
  const links = pairs?.filter((pair) => pair.every(isSame)) ?? [];
  return new Map(links.map((pair) => [toKey(pair), pair]));
}

/** Links that the text of the blocked issue names; what a dropped task's issue names is history. */
function listMeant({ issues }: RecognisedIssues): Pairs {
  const pairs = [...issues].flatMap(([blocked, { body }]) =>
    hasClosingNote(body, "dropped")
      ? []
      : parseLinkMarker(body).map((blocking): Pair => [blocking, blocked]),
  );
  return new Map(pairs.map((pair) => [toKey(pair), pair]));
}

function hasLink([blocking, blocked]: Pair, { issues }: RecognisedIssues): boolean {
  const blocker = issues.get(blocking);
  return (
    blocker !== undefined && (issues.get(blocked)?.blockedBy ?? []).includes(blocker.databaseId)
  );
}

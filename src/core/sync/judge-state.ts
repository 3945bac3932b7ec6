import type { DesiredIssue, ObservedIssue } from "../model/issue.ts";
import type { IssueChanges, IssueFlag } from "../model/patch.ts";
import { type ClosingReason, hasClosingNote } from "./closing-note.ts";
import { isOurClosing } from "./is-our-closing.ts";

/** What becomes of an issue's state. */
export interface StateVerdict {
  /** The state to write; empty where it stays. */
  readonly changes: Pick<IssueChanges, "state" | "stateReason">;
  /** The note that belongs into the managed block. */
  readonly note: ClosingReason | undefined;
  /** What only people can settle. */
  readonly flag: IssueFlag["kind"] | undefined;
}

/**
 * Whether an issue is open or closed is said by the spec's box and by people, and the later word counts. A box
 * ticked since the last apply closes the issue, one unticked since opens it. What people closed
 * otherwise stays closed, also where its task was changed, and what they opened again stays open.
 *
 * @param logins Those that write as us.
 */
export function judgeState(
  desired: DesiredIssue,
  observed: ObservedIssue,
  logins: ReadonlySet<string>,
): StateVerdict {
  return observed.state === "open" ? judgeOpen(desired) : judgeClosed(desired, observed, logins);
}

function judgeOpen({ isDone, wasDone }: DesiredIssue): StateVerdict {
  if (!isDone) return stay(undefined);
  if (wasDone) return { ...stay(undefined), flag: "reopened" };
  return {
    changes: { state: "closed", stateReason: "completed" },
    note: "done",
    flag: undefined,
  };
}

function judgeClosed(
  { isDone, wasDone, isChanged }: DesiredIssue,
  observed: ObservedIssue,
  logins: ReadonlySet<string>,
): StateVerdict {
  const { body } = observed;
  if (isDone) return stay(hasClosingNote(body, "done") ? "done" : undefined);
  const isOurs = (["done", "dropped"] as const).some((one) => isOurClosing(observed, one, logins));
  if (wasDone || isOurs) {
    return { ...stay(undefined), changes: { state: "open", stateReason: "reopened" } };
  }
  if (!isChanged && !hasClosingNote(body, "changed")) return stay(undefined);
  return { ...stay("changed"), flag: "changed" };
}

function stay(note: ClosingReason | undefined): StateVerdict {
  return { changes: {}, note, flag: undefined };
}

import type { ObservedIssue } from "../model/issue.ts";
import { type ClosingReason, hasClosingNote } from "./closing-note.ts";

/**
 * Whether it was we who closed an issue, for that reason: its text says so, and nobody else has closed it again
 * since. Where GitHub does not tell who did, its text alone counts.
 *
 * @param logins Those that write as us.
 */
export function isOurClosing(
  { body, closedBy }: ObservedIssue,
  reason: ClosingReason,
  logins: ReadonlySet<string>,
): boolean {
  return hasClosingNote(body, reason) && (closedBy === undefined || logins.has(closedBy));
}

import type { PlanId } from "../../model/ids.ts";
import type { DatedIssue } from "../../model/issue.ts";
import { leaseMs, type PlanLease } from "../../model/lease.ts";
import { parseMarker } from "../parse-marker.ts";

/**
 * Of issues that no record names those that bear a plan's marker and may be believed: a run that was cut
 * short made them, since its login opened them while its lease held. Other markers prove nothing, for anybody
 * may copy one, and many workflows write under one login.
 */
export function admitStrays(
  listed: readonly DatedIssue[],
  planId: PlanId,
  lease: PlanLease | undefined,
): readonly DatedIssue[] {
  if (lease === undefined) return [];
  const { login, begunAt, renewedAt } = lease;
  return listMarked(listed, planId).filter(
    ({ authorLogin, createdAt }) =>
      authorLogin === login && createdAt >= begunAt && createdAt <= renewedAt + leaseMs,
  );
}

/** Those that bear the plan's marker, whoever wrote it. */
export function listMarked(listed: readonly DatedIssue[], planId: PlanId): readonly DatedIssue[] {
  return listed.filter(({ body }) => parseMarker(body)?.planId === planId);
}

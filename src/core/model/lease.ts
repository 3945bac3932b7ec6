import { z } from "zod";

const time = z.number().int().nonnegative();

/** The shape of `plans/<slug>/lease.json` on the branch `keysteps`. */
export const planLease = z.object({
  version: z.literal(1),
  run: z.string(),
  workflow: z.object({ id: z.string(), attempt: z.number().int() }).optional(),
  login: z.string(),
  begunAt: time,
  renewedAt: time,
  isUndo: z.literal(true).optional(),
  isReleased: z.literal(true).optional(),
});

/** How other runs know a run. */
export interface RunName {
  /** Of this process alone. */
  readonly id: string;
  /** The workflow run that it is an attempt of: one attempt begins when those before it have ended. */
  readonly workflow?: { readonly id: string; readonly attempt: number } | undefined;
}

/** That a run is making issues for a plan: others leave the plan alone until it ends, or its time is over. */
export interface PlanLease {
  readonly version: 1;
  /** Its `RunName`. */
  readonly run: string;
  readonly workflow?: RunName["workflow"];
  /** Who its issues are opened by. */
  readonly login: string;
  /** By GitHub's clock, epoch milliseconds, whole seconds: no issue of the run is older. */
  readonly begunAt: number;
  /** By GitHub's clock, epoch milliseconds: the run writes no longer than `leaseMs` after it. */
  readonly renewedAt: number;
  /** It takes an apply back that had gone through. */
  readonly isUndo?: true | undefined;
  /** The run has ended before it was through, and writes no more. */
  readonly isReleased?: true | undefined;
}

/** So long after it was taken or renewed a lease holds, in milliseconds. */
export const leaseMs = 300_000;

import { decide } from "../core/coordinate/decide.ts";
import { shutGates } from "../core/coordinate/shut-gates.ts";
import { KeystepsError } from "../core/errors.ts";
import type { Decision } from "../core/model/decision.ts";
import type { LaneName } from "../core/model/event.ts";
import type { StoredLane } from "../core/model/stored-lane.ts";
import type { LaneReader } from "./lane-ports.ts";
import { observeGates } from "./observe-gates.ts";
import { observeLane } from "./observe-lane.ts";

/** A decision, and what kept the pass from seeing all. */
export interface Judgement {
  readonly decision: Decision;
  /** Why it is blind; `undefined` if everything could be read. */
  readonly blindness: string | undefined;
}

/**
 * Reads a lane anew and decides. Where a plan, the settings or anything else cannot be read and
 * that does not pass by itself, all gates are shut: one that stands open on what was read once
 * must not outlive it.
 *
 * @throws {KeystepsError} if GitHub does not answer for the moment, or not even gates can be read.
 */
export async function judgeLane(
  lane: LaneName,
  reader: LaneReader,
  stored: StoredLane,
): Promise<Judgement> {
  try {
    const observed = await observeLane(lane, reader, stored);
    return { decision: decide(observed, stored), blindness: undefined };
  } catch (error) {
    if (isPassing(error)) throw error;
    const gates = await observeGates(lane, reader, stored);
    const blindness = describe(error);
    return { decision: shutGates(gates, stored, blindness), blindness };
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof KeystepsError && error.remedy === "try-later";
}

function describe(error: unknown): string {
  if (error instanceof KeystepsError) return error.message;
  const said = error instanceof Error ? error.message : String(error);
  return `Cannot judge what may land: ${said}; report this as a bug of Keysteps`;
}

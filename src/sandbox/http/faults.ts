import type { SeenRequest } from "./request-log.ts";

/**
 * What goes wrong. `before`: nothing was done; `after`: it was done, and the caller does not learn it.
 * `error-…` answers 502 (or another status), `reset-…` cuts the connection.
 */
type FaultKind = "error-before" | "error-after" | "reset-before" | "reset-after";

/** A fault to play. */
export interface FaultPlan {
  readonly kind: FaultKind;
  /**
   * Which requests: a condition, or the n-th write or request of those that come after the fault was added
   * (from 1).
   */
  readonly when:
    | ((request: SeenRequest) => boolean)
    | { readonly nthWrite: number }
    | { readonly nthRequest: number };
  /** How often; Infinity for good. By default once. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
}

/** The faults that are set. */
export interface Faults {
  /** Sets a fault and gives the function that takes it away. */
  add(plan: FaultPlan): () => void;
  clear(): void;
}

interface SetFault {
  readonly plan: FaultPlan;
  seenRequests: number;
  seenWrites: number;
  left: number;
}

/** Faults with their door for the server: `take` gives the fault to play on a request, if any, and uses it up. */
export function createFaults(): Faults & { take(request: SeenRequest): FaultPlan | undefined } {
  const faults = new Set<SetFault>();
  return { add, clear: () => faults.clear(), take };

  function add(plan: FaultPlan): () => void {
    const fault = { plan, seenRequests: 0, seenWrites: 0, left: plan.times ?? 1 };
    faults.add(fault);
    return () => void faults.delete(fault);
  }

  function take(request: SeenRequest): FaultPlan | undefined {
    const due = [...faults].filter((fault) => isDue(fault, request));
    const [taken] = due;
    if (taken === undefined) return undefined;
    taken.left -= 1;
    if (taken.left <= 0) faults.delete(taken);
    return taken.plan;
  }
}

function isDue(fault: SetFault, request: SeenRequest): boolean {
  fault.seenRequests += 1;
  if (request.kind === "write") fault.seenWrites += 1;
  const { when } = fault.plan;
  if (typeof when === "function") return when(request);
  if ("nthRequest" in when) return fault.seenRequests >= when.nthRequest;
  return request.kind === "write" && fault.seenWrites >= when.nthWrite;
}

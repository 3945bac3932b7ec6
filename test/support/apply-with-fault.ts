import type { FaultPlan } from "../../src/sandbox/http/faults.ts";
import { startHttpShop } from "./apply-over-http.ts";
import { lookAtShop } from "./look-at-shop.ts";

const secondary = "You have exceeded a secondary rate limit";

/** What may go wrong with a request. */
export const faultKinds: Readonly<Record<string, Omit<FaultPlan, "when">>> = {
  "502 before it took effect": { kind: "error-before" },
  "502 after it took effect": { kind: "error-after" },
  "reset before it took effect": { kind: "reset-before" },
  "reset after it took effect": { kind: "reset-after" },
  "403 with retry-after": {
    ...{ kind: "error-before", status: 403, message: secondary },
    headers: { "retry-after": "60" },
  },
  "403 without retry-after": { kind: "error-before", status: 403, message: secondary },
  "401": { kind: "error-before", status: 401, message: "Bad credentials" },
  "end of the process": { kind: "reset-before", times: Number.POSITIVE_INFINITY },
};

/** What an apply without faults ends with, and how many requests it makes. */
export async function applyOnce(text: string) {
  const { sandbox, push, apply } = await startHttpShop();
  push(text);
  await apply();
  const count = sandbox.requests.length;
  await sandbox.close();
  return { count, shop: lookAtShop(sandbox) };
}

/**
 * Applies a text with a fault at the n-th request (from 1), then once more without faults, then again:
 * gives what there is at the end and how many writes that last apply made.
 */
export async function applyWithFault(text: string, nthRequest: number, kind: string) {
  const { sandbox, push, apply } = await startHttpShop();
  push(text);
  const fault = faultKinds[kind];
  if (fault === undefined) throw new Error(`there is no fault ${kind}`);
  sandbox.faults.add({ ...fault, when: { nthRequest } });
  const failed = await apply().then(
    () => undefined,
    (error: unknown) => error,
  );
  sandbox.faults.clear();
  await apply();
  const { writes } = sandbox.counts();
  await apply();
  const lastWrites = sandbox.counts().writes - writes;
  await sandbox.close();
  return { failed, lastWrites, shop: lookAtShop(sandbox), faultsOfOurs: sandbox.faultsOfOurs };
}

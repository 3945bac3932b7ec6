import type { Holder } from "../../model/hold.ts";

/** Whether two holders are one task. */
export function isSameHolder(a: Holder, b: Holder): boolean {
  return a.taskId === b.taskId && a.planId === b.planId && a.repository === b.repository;
}

import type { PlanId } from "../model/ids.ts";
import type { SpecEdit } from "./edit-spec.ts";

/**
 * What an edit of a spec's file changed, by plan and task, wherever the file's lines move later: `PLAN-…:+P1.T101`
 * a box ticked, `-` one unticked, `=3/10` a progress table alone.
 */
export function listTurned(
  planId: PlanId,
  { ticked, unticked, progress }: SpecEdit,
  before: string,
  after: string,
): readonly string[] {
  if (before === after) return [];
  const [old, now] = [before.split("\n"), after.split("\n")];
  const isTurned = ({ line }: SpecEdit["ticked"][number]) => old[line - 1] !== now[line - 1];
  const turned = [
    ...ticked.filter(isTurned).map(({ taskId }) => `+${taskId}`),
    ...unticked.filter(isTurned).map(({ taskId }) => `-${taskId}`),
  ];
  const whole = progress.find(({ isAll }) => isAll);
  const table = whole === undefined ? [] : [`=${whole.done}/${whole.total}`];
  return (turned.length > 0 ? turned : table).map((what) => `${planId}:${what}`);
}

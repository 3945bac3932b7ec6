import type { SpecSubtask } from "../../../model/spec.ts";
import type { Source } from "../../outline/build-source.ts";
import { readItemBody } from "../body/read-item-body.ts";
import { readSteps, toSubtask } from "../body/read-steps.ts";
import { parseTaskKey, renderTaskKey } from "../task-key.ts";
import type { Candidate, Role } from "./candidate.ts";
import { findTaskAround } from "./find-task-around.ts";

/**
 * Finds steps that do not stand in the list of their task: headings of their own (`Subtask 1.1: …`)
 * and boxes that follow it (`1.1.1` after `1.1`).
 */
export function listLateSteps(
  all: readonly Candidate[],
  roles: ReadonlyMap<Candidate, Role>,
  source: Source,
): ReadonlyMap<Candidate, readonly SpecSubtask[]> {
  const tasks = all.filter((each) => roles.get(each) === "task");
  const byKey = new Map(tasks.flatMap((each) => toKeys(each).map((key) => [key, each] as const)));
  const found = new Map<Candidate, SpecSubtask[]>();
  for (const each of all) {
    if (roles.get(each) !== "step" || each.line.placeholder !== undefined) continue;
    const around = findTaskAround(each.parent, roles);
    if (around !== undefined && each.construct !== "section") continue;
    const owner = around ?? byKey.get(toParentKey(each));
    if (owner === undefined) continue;
    const steps = found.get(owner) ?? [];
    found.set(owner, [...steps, ...readStep(each, source)]);
  }
  return found;
}

function readStep(step: Candidate, source: Source): readonly SpecSubtask[] {
  const { line, parts, span, title } = step;
  const body = readItemBody(parts, source.text, title === undefined, () => false);
  const at = source.placeAt(span.start).line;
  return [toSubtask(line, body, at), ...readSteps(body.steps, source)];
}

function toKeys({ line }: Candidate): readonly string[] {
  const key = parseTaskKey(line.ownId ?? "");
  return key === undefined ? [] : [renderTaskKey(key)];
}

function toParentKey({ line }: Candidate): string {
  const key = parseTaskKey(line.ownId ?? "");
  if (key === undefined) return "";
  return renderTaskKey({ ...key, numbers: key.numbers.slice(0, -1), suffix: "" });
}

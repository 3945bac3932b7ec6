import type { Evidence } from "../../model/evidence.ts";
import type { SpecTask } from "../../model/spec.ts";
import type { PlanUnit } from "./plan-unit.ts";
import { shortenTitle } from "./shorten-title.ts";

/** What a task is inferred from. */
export interface Wanted {
  readonly key: string;
  readonly title: string;
  readonly phase: number;
  readonly type: string;
  /** What the spec says of it; at least one. */
  readonly from: readonly {
    readonly evidence: Evidence;
    readonly path: string;
    readonly line: number;
  }[];
  /** In (0, 1). */
  readonly confidence: number;
  readonly doneWhen?: readonly string[];
  readonly unit?: PlanUnit;
}

/** A task that no line of the spec states; its evidence is the first thing it comes from. */
export function inferTask(wanted: Wanted, groupId: string): SpecTask {
  const { key, title, phase, type, from, confidence, doneWhen = [], unit } = wanted;
  const [first] = from;
  if (first === undefined) throw new RangeError(`Nothing says "${title}"`);
  return {
    ref: `inferred:${key}`,
    ownId: undefined,
    title: shortenTitle(title),
    phase,
    story: unit?.requirements.find(({ kind }) => kind === "story")?.id,
    groupId,
    state: "todo",
    isParallel: false,
    isOptional: unit !== undefined && isOptional(unit),
    description: undefined,
    files: [],
    doneWhen,
    type,
    priority: unit?.requirements.find(({ priority }) => priority !== undefined)?.priority,
    owner: undefined,
    skills: [],
    effort: undefined,
    subtasks: [],
    checks: [],
    notes: [],
    risks: [],
    resources: [],
    requirements: unit?.requirements.map(({ id }) => id).filter((id) => !id.includes(":")) ?? [],
    evidence: { ...first.evidence, confidence },
    path: first.path,
    line: first.line,
    column: 1,
  };
}

function isOptional({ requirements }: PlanUnit): boolean {
  return requirements.length > 0 && requirements.every(({ level }) => level === "may");
}

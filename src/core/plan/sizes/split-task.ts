import type { SpecEffort, SpecTask } from "../../model/spec.ts";
import { countOf } from "../../text/count-of.ts";
import type { SizeChange } from "./size-change.ts";

/** A task above it is split, into parts of at most half of it. */
const mostHours = 16;
const partHours = 8;
/** Story points from which a task is an epic. */
const epicPoints = 13;
/** Parts bear letters. */
const mostParts = 26;

/** A part before it has an ID: what it takes of the whole. */
interface Share {
  readonly name: string;
  readonly hours: number;
  readonly subtasks: SpecTask["subtasks"];
  readonly files: SpecTask["files"];
}

/**
 * Splits a task that is estimated above 16 h, or an epic in points, into parts of up to 8 h that go one
 * after the other: by its steps, else by its hours for development, testing and review, else by its files,
 * else into equal stretches. `undefined` for a task that is small enough.
 */
export function splitTask(task: SpecTask): SizeChange | undefined {
  const { effort } = task;
  if (effort === undefined) return undefined;
  const isEpic = effort.points !== undefined && effort.points >= epicPoints;
  if (effort.hours <= mostHours && !isEpic) return undefined;
  const count = Math.min(mostParts, Math.max(2, Math.ceil(effort.hours / partHours)));
  const ways = [
    { shares: shareSteps(task, effort.hours), by: "by its steps" },
    { shares: shareWork(effort), by: "by its kinds of work" },
    { shares: shareFiles(task, effort.hours, count), by: "by its files" },
    { shares: shareEvenly(task, effort.hours, count), by: "into equal stretches" },
  ];
  const way = ways.find(({ shares }) => shares.length > 1);
  const shares = way?.shares.slice(0, mostParts) ?? [];
  const size = isEpic
    ? `${effort.points} points, an epic`
    : `${effort.hours} h, more than ${mostHours} h`;
  return {
    kind: "split",
    tasks: [task],
    parts: shares.map((share, index) => toPart(task, share, index, shares.length)),
    reason: `${size}; ${way?.by}`,
  };
}

/** Steps in their order, as many together as fit into a part; those without hours share what is left evenly. */
function shareSteps({ subtasks }: SpecTask, hours: number): readonly Share[] {
  const timed = subtasks.reduce((sum, step) => sum + (step.hours ?? 0), 0);
  const open = subtasks.filter((step) => step.hours === undefined).length;
  const each = open === 0 ? 0 : Math.max(0, hours - timed) / open;
  const shares: Share[] = [];
  for (const step of subtasks) {
    const own = step.hours ?? each;
    const last = shares.at(-1);
    if (last !== undefined && last.hours + own <= partHours) {
      shares[shares.length - 1] = {
        ...last,
        hours: last.hours + own,
        subtasks: [...last.subtasks, step],
        files: [...last.files, ...step.files],
      };
    } else {
      shares.push({ name: step.title, hours: own, subtasks: [step], files: step.files });
    }
  }
  return shares;
}

function shareWork({ parts }: SpecEffort): readonly Share[] {
  const kinds = [
    ["development", parts.development],
    ["testing", parts.testing],
    ["review", parts.review],
  ] as const;
  return kinds.flatMap(([name, hours]) =>
    hours === undefined || hours === 0 ? [] : [{ name, hours, subtasks: [], files: [] }],
  );
}

function shareFiles({ files }: SpecTask, hours: number, count: number): readonly Share[] {
  if (files.length < count) return [];
  const size = Math.ceil(files.length / count);
  const groups = Array.from({ length: Math.ceil(files.length / size) }, (_, at) =>
    files.slice(at * size, (at + 1) * size),
  );
  return groups.map((some) => {
    const more = some.length > 1 ? ` and ${countOf(some.length - 1, "file")} more` : "";
    const name = `${some[0]?.path}${more}`;
    return { name, hours: (hours * some.length) / files.length, subtasks: [], files: some };
  });
}

function shareEvenly({ files }: SpecTask, hours: number, count: number): readonly Share[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `stretch ${at + 1} of ${count}`,
    hours: hours / count,
    subtasks: [],
    files,
  }));
}

/** Criteria and checks belong to the last part: they show that all is done. */
function toPart(task: SpecTask, share: Share, index: number, count: number): SpecTask {
  const letter = String.fromCharCode("a".charCodeAt(0) + index);
  const isLast = index === count - 1;
  const hours = Math.round(share.hours * 100) / 100;
  return {
    ...task,
    ref: `${task.ref}/${letter}`,
    ownId: task.ownId === undefined ? undefined : `${task.ownId}${letter}`,
    title: `${task.title}: ${share.name}`,
    subtasks: share.subtasks,
    files: share.files.length > 0 ? share.files : task.subtasks.length > 0 ? [] : task.files,
    doneWhen: isLast ? task.doneWhen : [],
    checks: isLast ? task.checks : [],
    effort: {
      hours,
      minHours: hours,
      maxHours: hours,
      points: undefined,
      parts: { development: undefined, testing: undefined, review: undefined },
      text: `${hours} h`,
    },
    evidence: { ...task.evidence, confidence: partConfidence },
  };
}

/** How sure a part is: what is to be done is stated, where it is cut is not. */
const partConfidence = 0.8;

import { parseTaskKey, renderTaskKey, type TaskKey } from "../task-key.ts";
import type { Candidate } from "./candidate.ts";

/** What the bare numbers of a document's boxes say about each other. */
export interface Numbered {
  /** `1` where there is a `1.1`: a container of tasks. */
  readonly isGroup: (key: TaskKey) => boolean;
  /** `1.1.1` where there is a `1.1`: a step of it. */
  readonly isStep: (key: TaskKey) => boolean;
  /** `2.1` where there is a `2`, whatever stands between them. */
  readonly hasParent: (key: TaskKey) => boolean;
  /** A story that holds boxes with IDs of their own. */
  readonly isGroupSection: (candidate: Candidate) => boolean;
}

/**
 * Looks at numbered boxes (`1.`, `1.1`, `1.1.1`). With both first and second numbers the first are
 * containers and the second tasks; third numbers are steps.
 */
export function listNumbered(all: readonly Candidate[]): Numbered {
  const boxes = all.filter(({ construct, line }) => construct === "box" && line.word !== "subtask");
  const keys = boxes.flatMap(({ line }) => parseTaskKey(line.ownId ?? "") ?? []);
  const every = new Set(all.flatMap(({ line }) => toKeyText(line.ownId)));
  const known = new Set(keys.map(renderTaskKey));
  const holders = new Set(
    keys.flatMap((key) => (isDotted(key, 2) ? [renderTaskKey(toParent(key))] : [])),
  );
  const stories = new Set(
    boxes.flatMap(({ line, parent }) =>
      parent?.line.word === "story" && line.ownId !== undefined ? [parent] : [],
    ),
  );
  return {
    isGroup: (key) => key.prefix === "" && key.numbers.length === 1 && holdsBoxes(key),
    isStep: (key) => isDotted(key, 3) && known.has(renderTaskKey(toParent(key))),
    hasParent: (key) => key.numbers.length > 1 && every.has(renderTaskKey(toParent(key))),
    isGroupSection: (candidate) => stories.has(candidate),
  };

  function holdsBoxes(key: TaskKey): boolean {
    return known.has(renderTaskKey(key)) && holders.has(renderTaskKey(key));
  }
}

function toKeyText(ownId: string | undefined): readonly string[] {
  const key = parseTaskKey(ownId ?? "");
  return key === undefined ? [] : [renderTaskKey(key)];
}

function isDotted({ prefix, numbers }: TaskKey, length: number): boolean {
  return prefix === "" && numbers.length === length;
}

function toParent(key: TaskKey): TaskKey {
  return { ...key, numbers: key.numbers.slice(0, -1), suffix: "" };
}

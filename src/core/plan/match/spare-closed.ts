import type { TaskId } from "../../model/ids.ts";
import type { TaskPair } from "./task-pair.ts";
import type { CompareTitles } from "./weigh-words.ts";

/** How alike the titles of a pair are, in [0, 1]; `-Infinity` for a pair that must not be. */
export type ComparePair = (pair: TaskPair) => number;

const leastForClosed = 0.7;

/**
 * Compares titles so that a task whose issue is closed is none that is still to do, unless the two are
 * very much alike: new work that only resembles finished work would have no open issue.
 */
export function spareClosed(compare: CompareTitles, closed: ReadonlySet<TaskId>): ComparePair {
  return ({ task, recorded }) => {
    const similarity = compare(task.title, recorded.title);
    const isNewWork = closed.has(recorded.id) && task.state !== "done";
    return isNewWork && similarity < leastForClosed ? -Infinity : similarity;
  };
}

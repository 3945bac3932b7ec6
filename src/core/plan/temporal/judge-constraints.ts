import type { TaskId } from "../../model/ids.ts";
import type { TemporalConstraint } from "../../model/plan.ts";
import type { SpecDocument, SpecTask, TemporalRow } from "../../model/spec.ts";
import { splitWords } from "../../text/split-words.ts";

/** Words that temporal rows share with all tasks. */
const idle = new Set(
  "must should shall before after with from that this when while then and the for not are can cannot will eventually concurrent complete deployed deploy create creation update implement add test write task user users".split(
    " ",
  ),
);
const duration = /(\d+(?:\.\d+)?)\s*(ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)\b/i;

/**
 * Says of each temporal row of a spec, by place, what becomes of it. A row whose ends are tasks of the plan binds
 * the schedule: as an order, a lock, a group that lands together, or a limit of time. Any other row is about
 * the product being built: it is to be checked on the tasks that speak of the same things.
 *
 * @param locks Mutual exclusion rows that became a lock.
 */
export function judgeConstraints(
  spec: SpecDocument,
  ids: ReadonlyMap<string, TaskId>,
  locks: ReadonlySet<TemporalRow>,
): readonly TemporalConstraint[] {
  const words = spec.temporal.length === 0 ? [] : spec.tasks.map(listWords);
  const rows = spec.temporal.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return rows.map((row) => {
    const effect = judgeEffect(row, locks);
    const refs =
      effect === "check"
        ? findTouched(row, spec.tasks, words)
        : [...new Set([...row.left, ...row.right])];
    return {
      kind: row.kind,
      effect,
      text: describeRow(row),
      tasks: refs.flatMap((ref) => ids.get(ref) ?? []),
      path: row.path,
      line: row.line,
    };
  });
}

function judgeEffect(
  row: TemporalRow,
  locks: ReadonlySet<TemporalRow>,
): TemporalConstraint["effect"] {
  const { kind, left, right, cells } = row;
  const isPair = left.length > 0 && right.length > 0;
  if (kind === "sequence") return isPair ? "order" : "check";
  if (kind === "mutual-exclusion") return locks.has(row) ? "lock" : "check";
  if (kind === "atomicity") return left.length > 1 ? "group" : "check";
  return left.length > 0 && duration.test(cells[2] ?? "") ? "limit" : "check";
}

/** The row as one sentence; a pair that must not meet as such. */
function describeRow({ kind, cells }: TemporalRow): string {
  const [first = "", second = "", ...rest] = cells;
  const isPair = kind === "mutual-exclusion";
  const head = isPair ? `"${first}" and "${second}" must never overlap` : first;
  const more = (isPair ? rest : [second, ...rest]).filter((cell) => cell !== "").join("; ");
  return more === "" ? head : `${head} (${more})`;
}

/** Tasks that share two telling words with the row, or all that it has. */
function findTouched(
  { cells }: TemporalRow,
  tasks: readonly SpecTask[],
  words: readonly ReadonlySet<string>[],
): readonly string[] {
  const wanted = toStems(cells.slice(0, 2).join(" "));
  const least = Math.min(2, wanted.size);
  if (least === 0) return [];
  return tasks.flatMap(({ ref }, place) => {
    const shared = [...wanted].filter((word) => words[place]?.has(word)).length;
    return shared >= least ? [ref] : [];
  });
}

function listWords({ title, description, doneWhen }: SpecTask): ReadonlySet<string> {
  return toStems([title, description ?? "", ...doneWhen].join(" "));
}

function toStems(text: string): ReadonlySet<string> {
  const words = [...splitWords(text)].filter((word) => word.length > 2 && !idle.has(word));
  return new Set(words.map((word) => word.replace(/s$/, "")));
}

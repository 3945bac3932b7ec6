import type { Coverage, CoverageArea } from "../../model/coverage.ts";
import type { TemporalConstraint } from "../../model/plan.ts";
import type { SpecDocument, SpecRequirement, SpecTask } from "../../model/spec.ts";
import { judgeArea } from "./judge-area.ts";
import { listStems } from "./list-stems.ts";

/** Least share of a requirement's words that one task must have to serve it. */
const leastShare = 0.5;
/** The same for all tasks together. */
const leastShareOfAll = 0.75;
/** So many telling words in common are enough, whatever else the two say. */
const leastTelling = 2;
/** A word tells something if at most this share of the tasks has it, or this many. */
const telling = { share: 0.1, tasks: 3 };

const order: readonly CoverageArea[] = [
  "business logic",
  "api endpoints",
  "security",
  "database",
  "testing",
];

/**
 * Counts which requirements the stated tasks serve: by naming the ID, by belonging to the story, or
 * by the words that they share. Rows of temporal tables count as served where they bind or are
 * checked on a task; sentences about the tasks themselves do not count. `undefined` where the text states no tasks, or asks for nothing in
 * sentences: then there is nothing to count, which is not the same as all being done.
 */
export function measureCoverage(
  { tasks, groups, requirements }: SpecDocument,
  constraints: readonly TemporalConstraint[],
): Coverage | undefined {
  const ownIds = new Set(tasks.flatMap(({ ownId }) => (ownId === undefined ? [] : [toKey(ownId)])));
  const served = new Set(
    constraints.filter((row) => row.tasks.length > 0).map(({ path, line }) => `${path}:${line}`),
  );
  const bound = new Set(constraints.map(({ path, line }) => `${path}:${line}`));
  const asked = requirements.filter((each) => isCounted(each) && !isAboutTasks(each));
  if (tasks.length === 0 || asked.length === 0) return undefined;
  const stories = listStories();
  const named = new Set(
    tasks.flatMap((task) => [...task.requirements, ...listIds(toText(task))].map(toKey)),
  );
  const texts = tasks.map((task) => listStems(toText(task)));
  const holders = indexStems(texts);
  const byId = new Map(requirements.map((each) => [each.id, each]));
  const rows = asked.map((each) => ({
    each,
    area: judgeArea(each.text),
    isCovered: isServed(each),
  }));
  return {
    isTraced: asked.some(({ id }) => named.has(toKey(id))),
    total: rows.length,
    covered: rows.filter(({ isCovered }) => isCovered).length,
    areas: order.flatMap((name) => {
      const own = rows.filter(({ area }) => area === name);
      const covered = own.filter(({ isCovered }) => isCovered).length;
      return own.length === 0 ? [] : [{ name, total: own.length, covered }];
    }),
    gaps: rows
      .filter(({ isCovered }) => !isCovered)
      .map(({ each: { id, text, path, line, column }, area }) => ({
        id,
        text,
        area,
        path,
        line,
        column,
      })),
  };

  function isAboutTasks({ text, path, line }: SpecRequirement): boolean {
    if (bound.has(`${path}:${line}`)) return false;
    return /\btasks?\s+[A-Z]*\d/i.test(text) || listIds(text).some((id) => ownIds.has(toKey(id)));
  }

  function listStories(): ReadonlySet<string> {
    const found = [...tasks.map(({ story }) => story), ...groups.map(({ story }) => story)];
    return new Set(found.flatMap((story) => (story === undefined ? [] : [toKey(story)])));
  }

  function isServed(each: SpecRequirement): boolean {
    const parent = each.parentId === undefined ? undefined : byId.get(each.parentId);
    return (
      served.has(`${each.path}:${each.line}`) ||
      named.has(toKey(each.id)) ||
      stories.has(toKey(each.id)) ||
      (parent !== undefined && stories.has(toKey(parent.id))) ||
      sharesWords(listStems(each.text))
    );
  }

  function sharesWords(words: ReadonlySet<string>): boolean {
    if (words.size === 0) return true;
    const shared = new Map<number, { count: number; telling: number }>();
    const mostTasks = Math.max(telling.tasks, telling.share * tasks.length);
    let known = 0;
    for (const word of words) {
      const list = holders.get(word) ?? [];
      if (list.length > 0) known++;
      for (const place of list) {
        const { count, telling } = shared.get(place) ?? { count: 0, telling: 0 };
        shared.set(place, {
          count: count + 1,
          telling: telling + Number(list.length <= mostTasks),
        });
      }
    }
    if (known / words.size >= leastShareOfAll) return true;
    return [...shared.values()].some(
      ({ count, telling }) => count / words.size >= leastShare || telling >= leastTelling,
    );
  }
}

/** What must or should be; scenarios count with their story, criteria of success are measured later. */
function isCounted({ kind, level }: SpecRequirement): boolean {
  return level !== "may" && kind !== "success" && kind !== "scenario";
}

function toText(task: SpecTask): string {
  const { title, description, doneWhen, subtasks, notes, files, checks } = task;
  return [
    title,
    description ?? "",
    ...doneWhen,
    ...subtasks.map((step) => step.title),
    ...notes,
    ...files.map(({ path }) => path),
    ...checks.map(({ command }) => command),
  ].join("\n");
}

function listIds(text: string): readonly string[] {
  return text.match(/\b[A-Z]{1,4}-?\d+(?:\.\d+)*\b/g) ?? [];
}

/** `FR-001` and `fr1` are one. */
function toKey(id: string): string {
  return id
    .toLowerCase()
    .replace(/[\s-]/g, "")
    .replace(/(\D)0+(?=\d)/g, "$1");
}

function indexStems(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [place, words] of texts.entries()) {
    for (const word of words) {
      const list = index.get(word);
      if (list === undefined) index.set(word, [place]);
      else list.push(place);
    }
  }
  return index;
}

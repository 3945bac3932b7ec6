import type { SpecDocument, SpecRequirement } from "../../model/spec.ts";
import { groupBy } from "../../text/group-by.ts";
import { measureSimilarity } from "../../text/measure-similarity.ts";
import { splitWords } from "../../text/split-words.ts";
import type { PlanUnit } from "./plan-unit.ts";

/** Up to so many requirements that belong to nothing are a unit each; more are put together. */
const mostSingles = 8;
/** Most requirements, and most interfaces, of a unit that has no feature to bear its name. */
const mostTogether = 6;
/** Least likeness of words that puts a requirement to a story. */
const minSimilarity = 0.25;
/** With more stories than this none is looked for by likeness. */
const mostCompared = 100;

/**
 * Puts the requirements of a spec into units, one a story, feature or headed requirement. Scenarios go
 * with what they stand under; sentences that belong to none go to the story that is most like them, else
 * by themselves or, where there are many, with others of their section. Qualities of the whole
 * make one unit; criteria of success make none.
 */
export function buildUnits({ requirements, parts }: SpecDocument): readonly PlanUnit[] {
  const byId = new Map(requirements.map((each) => [each.id, each]));
  const asked = requirements.filter(({ kind }) => kind !== "success");
  const parents = new Set(asked.map(({ parentId }) => parentId));
  const heads = asked.filter((each) => isHead(each, parents));
  const headWords = new Map(heads.map((head) => [head, splitWords(head.text)]));
  const headed = groupBy(asked, (each) => findHead(each));
  const loose = headed.get(undefined) ?? [];
  const qualities = loose.filter(({ kind }) => kind === "non-functional");
  const singles = loose.filter(({ kind }) => kind !== "non-functional");
  const units = [
    ...heads.map((head) => toUnit(head.text, headed.get(head) ?? [head])),
    ...gather(singles, heads.length),
    ...(qualities.length > 0 ? [toQualities(qualities)] : []),
  ];
  const isTold = (name: string) => units.some((unit) => tells(unit, name));
  const interfaces = parts.filter(({ kind, name }) => kind === "interface" && !isTold(name));
  return [
    ...units.map((unit) => ({
      ...unit,
      interfaces: parts.filter(({ kind, name }) => kind === "interface" && tells(unit, name)),
    })),
    ...cut(interfaces).map((some) => ({
      key: `interface ${some[0]?.name}`,
      ownId: undefined,
      title: some.map(({ name }) => name).join(", "),
      requirements: [],
      interfaces: some,
    })),
  ];

  function findHead(requirement: SpecRequirement): SpecRequirement | undefined {
    let top = requirement;
    for (let steps = 0; top.parentId !== undefined && steps < 9; steps++) {
      top = byId.get(top.parentId) ?? top;
    }
    if (headWords.has(top)) return top;
    if (top.kind === "non-functional" || heads.length > mostCompared) return undefined;
    const words = splitWords(top.text);
    const scored = [...headWords].map(([head, others]) => ({
      head,
      score: measureSimilarity(words, others),
    }));
    const best = scored.toSorted((a, b) => b.score - a.score)[0];
    return best !== undefined && best.score >= minSimilarity ? best.head : undefined;
  }
}

/** A story or feature, or whatever others stand under. */
function isHead(each: SpecRequirement, parents: ReadonlySet<string | undefined>): boolean {
  if (each.parentId !== undefined) return false;
  return each.kind === "story" || each.kind === "feature" || parents.has(each.id);
}

function gather(singles: readonly SpecRequirement[], headCount: number): readonly PlanUnit[] {
  if (singles.length + headCount <= mostSingles) {
    return singles.map((each) => toUnit(each.text, [each]));
  }
  return [...groupBy(singles, ({ evidence }) => evidence.section)].flatMap(([section, some]) =>
    cut(some).map((few) => {
      const name = section.replace(/^H\d: /, "") || few[0]?.text || "";
      const ids = few.filter(hasOwnId).map(({ id }) => id);
      const range = ids.length > 1 ? ` (${ids[0]} to ${ids.at(-1)})` : "";
      const start = ids.length > 1 || few.length === some.length ? "" : `: ${few[0]?.text}`;
      return { ...toUnit(`${name}${range}${start}`, few), ownId: undefined };
    }),
  );
}

/** Qualities are met together; one alone bears its own words. */
function toQualities(qualities: readonly SpecRequirement[]): PlanUnit {
  const [only, ...more] = qualities;
  if (only !== undefined && more.length === 0 && hasOwnId(only)) return toUnit(only.text, [only]);
  const names = qualities.filter(hasOwnId).map(({ id }) => id);
  const range = names.length > 1 ? ` (${names[0]} to ${names.at(-1)})` : "";
  return { ...toUnit(`the quality requirements${range}`, qualities), ownId: undefined };
}

function toUnit(title: string, requirements: readonly SpecRequirement[]): PlanUnit {
  const [first] = requirements;
  const ownId = first !== undefined && hasOwnId(first) ? first.id : undefined;
  return { key: ownId ?? title, ownId, title, requirements, interfaces: [] };
}

function hasOwnId({ id }: SpecRequirement): boolean {
  return !/^(?:line|at):/.test(id);
}

function tells({ requirements }: PlanUnit, name: string): boolean {
  return requirements.some(({ text }) => text.includes(name));
}

function cut<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / mostTogether);
  const size = Math.ceil(items.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

import type { Plan } from "../model/plan.ts";

/**
 * Says of each task whose title changed since the last apply which one it was and how it was known
 * again, in document order; what kept its title needs no word.
 */
export function describeMatches({ tasks, matches }: Plan): readonly string[] {
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  return matches.flatMap(({ id, was, reason }) => {
    const title = titles.get(id);
    return title === undefined || title === was ? [] : [`${id} "${title}" was "${was}": ${reason}`];
  });
}

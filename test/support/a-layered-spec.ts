import { aSpecText } from "./a-spec-text.ts";

/** A spec of n tasks in which each waits for two of the five before it: some 1.6 links a task. */
export function aLayeredSpec(count: number): string {
  const name = (index: number) => `1.${index + 1}`;
  const tasks = Array.from({ length: count }, (_, index): [string, string, ...string[]] => {
    const blockers = [index - 5, index - 3 - (index % 2)].filter((other) => other >= 0);
    return [name(index), `Build part ${index + 1}`, ...blockers.map(name)];
  });
  return aSpecText(...tasks);
}

import { describe, expect, it } from "@jest/globals";
import { openMemoryWorld } from "../support/open-memory-world.ts";
import { History } from "./history.ts";
import { judgeEnd } from "./judge-end.ts";
import type { Trouble } from "./step.ts";

/** What has happened when the pass begins that is stopped. Two pull requests want one migration. */
const beginnings: Readonly<Record<string, (history: History) => Promise<void>>> = {
  "the first pass ever": async () => {},
  "a pass that moves a turn on": async (history) => {
    await history.settle();
    history.forge.merge(findPassing(history));
  },
  "a pass that takes a turn back": async (history) => {
    await history.settle();
    const [issue] = history.forge.pull(findPassing(history)).closes;
    history.forge.closeIssue(issue ?? 0);
  },
  "a pass that finds a violation": async (history) => {
    await history.settle();
    const [stray] = [25, 26].filter((number) => !history.forge.isMergeable(number));
    history.forge.merge(stray ?? 0, { isBypassed: true });
  },
};

describe.each(Object.entries(beginnings))("%s", (_, begin) => {
  it.each([
    ["dies before it", "store"],
    ["dies after it", "store"],
    ["dies before it", "github"],
    ["dies after it", "github"],
    ["502 before it", "github"],
    ["502 after it", "github"],
  ] as const)(
    "comes to the same end, nothing twice, if any call %s at the %s",
    async (kind, place) => {
      const smooth = await live(begin, undefined);
      let stops = 0;

      for (let isOver = false; !isOver; stops++) {
        const trouble = { at: stops + 1, kind, place, meanwhile: [] };
        const { writes, troubles, ...end } = await live(begin, trouble);
        isOver = troubles === 0;
        const more = subtract(writes, smooth.writes);
        const { labels, gates } = smooth;
        expect({ trouble, more, ...end }).toEqual({ trouble, more: [], labels, gates, faults: [] });
      }

      expect(stops).toBeGreaterThan(5);
    },
  );
});

/** Lives through a beginning, one pass with that trouble, and all that follows. */
async function live(begin: (history: History) => Promise<void>, trouble: Trouble | undefined) {
  const history = await History.begin(openMemoryWorld);
  const { forge, ledger } = history;
  await begin(history);
  await history.hear("once");
  const before = forge.writes.length;
  await history.pass(trouble);
  await history.settle();
  const writes = forge.writes.slice(before);
  const labels = [...forge.world.issues.values()].map((issue) => issue.labels.toSorted());
  const gates = [...forge.world.pulls.keys()].map((number) => forge.gateOf(number));
  const faults = [...ledger.faults, ...(await judgeEnd(history))];
  return { writes, labels, gates, faults, troubles: history.troubles };
}

/** What is left of the first list when each of the second has taken its like away. */
function subtract(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...list];
  for (const one of other) {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

function findPassing({ forge }: History): number {
  return [25, 26].find((number) => forge.isMergeable(number)) ?? 0;
}

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  compareTaskKeys,
  parseTaskKey,
  type TaskKey,
} from "../../../../src/core/spec/items/task-key.ts";
import {
  listBetween,
  listUnderKey,
  sortByKey,
} from "../../../../src/core/spec/references/key-order.ts";
import type { TaskEntry } from "../../../../src/core/spec/references/reference-index.ts";

const ids = fc.constantFrom(
  ...[
    "T1",
    "T2",
    "T2a",
    "T3",
    "T10",
    "1",
    "2",
    "2.1",
    "2.1.1",
    "2.2",
    "2a",
    "3",
    "3.1",
    "A-1",
    "A-2",
  ],
);
const toKey = (id: string) => parseTaskKey(id) as TaskKey;

function toEntries(ownIds: readonly string[]): readonly TaskEntry[] {
  return ownIds.map((ownId, order) => ({
    ...{ ref: `${ownId} ${order}`, ownId, key: toKey(ownId), title: "" },
    ...{ groupId: undefined, stories: [], aliases: [], order },
  }));
}

function isUnder({ prefix, numbers }: TaskKey, above: TaskKey): boolean {
  if (prefix !== above.prefix || numbers.length <= above.numbers.length) return false;
  return above.numbers.every((number, place) => numbers[place] === number);
}

describe("tasks in the order of their IDs", () => {
  it("are found between two as by looking at each", () => {
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 30 }), ids, ids, (list, one, other) => {
        const entries = toEntries(list);
        const [low, high] = [toKey(one), toKey(other)];

        const found = listBetween(sortByKey(entries), low, high);

        const looked = entries.filter(({ key }) => {
          if (key === undefined || key.prefix !== low.prefix) return false;
          if (compareTaskKeys(low, key) > 0) return false;
          return isUnder(key, { ...high, prefix: low.prefix }) || compareTaskKeys(key, high) <= 0;
        });
        expect(found).toEqual(looked);
      }),
    );
  });

  it("are found under one as by looking at each", () => {
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 30 }), ids, (list, one) => {
        const entries = toEntries(list);

        const found = listUnderKey(sortByKey(entries), toKey(one));

        expect(found).toEqual(entries.filter(({ key }) => key && isUnder(key, toKey(one))));
      }),
    );
  });
});

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { SpecDocument } from "../../../../src/core/model/spec.ts";
import { readSpec } from "../../../support/read-spec.ts";

const count = 30;
const toId = (number: number) => `T${String(number).padStart(3, "0")}`;
const number = fc.integer({ min: 1, max: 45 });
/** A plan of thirty tasks, of which the one in the middle says this. */
const plan = (value: string, key = "Depends on") =>
  readSpec(
    Array.from({ length: count }, (_, place) => {
      const line = `- [ ] ${toId(place + 1)} Do part ${place + 1}`;
      return place === 14 ? `${line}\n  - **${key}**: ${value}` : line;
    }).join("\n"),
  );
const pairs = ({ statements }: SpecDocument) =>
  statements
    .flatMap((each) =>
      each.kind === "edge"
        ? each.owners.flatMap((owner) => each.on.map((on) => `${owner} ${on}`))
        : [],
    )
    .toSorted();

const part = fc.oneof(
  number.map(toId),
  fc.tuple(number, number).map(([a, b]) => `${toId(a)}-${toId(b)}`),
  fc.tuple(number, number).map(([a, b]) => `${toId(a)}–${b}`),
  fc.constantFrom("none of these", "the courier's account", "T002 (the schema)", "data-model.md"),
  fc.constantFrom("Phase 9", "not T003", "all previous tasks", "3 days", "w1/m2/t003", "T01O"),
);
const joint = fc.constantFrom(", ", "; ", " and ", " & ", ", and ", "、", "，");
const list = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), joint)
  .map(([parts, between]) => parts.join(between));

describe("a key of any list", () => {
  it("ends as at least one outcome, each with the line it stands on", () => {
    fc.assert(
      fc.property(list, (value) => {
        const { statements } = plan(value);

        expect(statements.length).toBeGreaterThan(0);
        expect(new Set(statements.map(({ line }) => line))).toEqual(new Set([16]));
      }),
    );
  });

  it("never makes a task wait for itself or for one that is not there", () => {
    fc.assert(
      fc.property(list, fc.constantFrom("Depends on", "Blocks"), (value, key) => {
        const document = plan(value, key);
        const known = new Set(document.tasks.map(({ ref }) => ref));
        for (const pair of pairs(document)) {
          const [owner = "", on = ""] = pair.split(" ");
          expect(owner).not.toBe(on);
          expect(known.has(owner) && known.has(on)).toBe(true);
        }
      }),
    );
  });

  it("means the tasks between the ends of a range, the earlier ones where its end is unknown", () => {
    fc.assert(
      fc.property(number, number, fc.constantFrom("-", "–", "..", " to "), (a, b, dash) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const isOpen = high > count && low <= 15;
        const wanted = Array.from({ length: count }, (_, place) => place + 1)
          .filter((each) => each >= low && each <= high && each !== 15 && !(isOpen && each > 15))
          .map((each) => `T015 ${toId(each)}`);

        expect(pairs(plan(`${toId(a)}${dash}${toId(b)}`))).toEqual(
          a === b ? pairs(plan(toId(a))) : wanted,
        );
      }),
    );
  });

  it("means the same in any order of its parts", () => {
    const ids = fc.uniqueArray(number.map(toId), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        ids.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, mixed]) => {
          expect(pairs(plan(mixed.join(", ")))).toEqual(pairs(plan(all.join(", "))));
        },
      ),
    );
  });
});

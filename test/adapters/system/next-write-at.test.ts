import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { nextWriteAt, type TimedWrite } from "../../../src/adapters/system/next-write-at.ts";

const now = 1_000_000_000;

describe("nextWriteAt", () => {
  it("lets the first write go at once", () => {
    expect(nextWriteAt([], "content", now)).toBe(now);
  });

  it("keeps a second between two writes of any kind", () => {
    expect(nextWriteAt([{ at: now - 300, kind: "edit" }], "content", now)).toBe(now + 700);
    expect(nextWriteAt([{ at: now - 300, kind: "content" }], "edit", now)).toBe(now + 700);
    expect(nextWriteAt([{ at: now - 1_000, kind: "edit" }], "edit", now)).toBe(now);
  });

  it("lets the 81st content wait until the first is a minute old", () => {
    const history = contentEvery(500, 80);

    expect(nextWriteAt(history.slice(1), "content", now)).toBe(now + 500);
    expect(nextWriteAt(history, "content", now)).toBe(now - 80 * 500 + 60_000);
  });

  it("lets the 501st content wait until the first is an hour old", () => {
    const history = contentEvery(2_000, 500);

    expect(nextWriteAt(history.slice(1), "content", now)).toBe(now);
    expect(nextWriteAt(history, "content", now)).toBe(now - 500 * 2_000 + 3_600_000);
  });

  it("never holds an edit up for content", () => {
    expect(nextWriteAt(contentEvery(1_000, 500), "edit", now)).toBe(now);
  });

  it("keeps all limits for any run of writes, and waits no longer than they ask", () => {
    fc.assert(
      fc.property(fc.array(aRequest(), { minLength: 1, maxLength: 700 }), (requests) => {
        const writes = sendAll(requests);

        expect(breaches(writes)).toEqual([]);
        for (const [index, { at, askedAt }] of writes.entries()) {
          if (at === askedAt) continue;
          const earlier = [...writes.slice(0, index), { ...writes[index], at: at - 1 }];
          expect(breaches(earlier as readonly TimedWrite[])).not.toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

interface Request {
  readonly kind: TimedWrite["kind"];
  readonly pauseMs: number;
}

function aRequest(): fc.Arbitrary<Request> {
  const kind = fc.constantFrom("content", "content", "content", "edit");
  return fc.record({ kind, pauseMs: fc.constantFrom(0, 0, 10, 700, 1_500) });
}

/** Each write is asked for some time after the one before was sent. */
function sendAll(requests: readonly Request[]): (TimedWrite & { askedAt: number })[] {
  const writes: (TimedWrite & { askedAt: number })[] = [];
  for (const { kind, pauseMs } of requests) {
    const askedAt = (writes.at(-1)?.at ?? now) + pauseMs;
    writes.push({ kind, askedAt, at: nextWriteAt(writes, kind, askedAt) });
  }
  return writes;
}

/** Which limits the last write breaks, and any other write: told by counting, not by our rule. */
function breaches(writes: readonly TimedWrite[]): readonly string[] {
  const found: string[] = [];
  const content = writes.filter(({ kind }) => kind === "content").map(({ at }) => at);
  for (const [index, { at }] of writes.entries()) {
    const before = writes[index - 1]?.at ?? Number.NEGATIVE_INFINITY;
    if (at - before < 1_000) found.push("gap");
  }
  for (const [index, at] of content.entries()) {
    if (at - (content[index - 80] ?? Number.NEGATIVE_INFINITY) < 60_000) found.push("minute");
    if (at - (content[index - 500] ?? Number.NEGATIVE_INFINITY) < 3_600_000) found.push("hour");
  }
  return found;
}

/** The last of them that long before now. */
function contentEvery(gapMs: number, count: number): readonly TimedWrite[] {
  return Array.from({ length: count }, (_, index) => ({
    at: now - (count - index) * gapMs,
    kind: "content" as const,
  }));
}

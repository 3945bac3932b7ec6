import { describe, expect, it } from "@jest/globals";
import type { Hold } from "../../src/core/model/hold.ts";
import { observeLane } from "../../src/flows/observe-lane.ts";
import { aFreeze } from "../support/a-freeze.ts";
import { aHold, aPass } from "../support/a-hold.ts";
import { aStoredLane } from "../support/a-stored-lane.ts";
import { applyToForge } from "../support/apply-to-forge.ts";
import { FakeForge } from "../support/fake-forge.ts";

const day = 24 * 3_600_000;

function aForge() {
  const clock = { now: 100 * day };
  const forge = new FakeForge(() => clock.now);
  applyToForge(forge);
  return { forge, clock };
}

const observe = (forge: FakeForge, parts: Parameters<typeof aStoredLane>[0] = {}) =>
  observeLane("octo/shop", forge.reader, aStoredLane({ now: 101 * day, ...parts }));

describe("observeLane", () => {
  it("reads plan, issues, settings and open pull requests", async () => {
    const { forge } = aForge();
    const number = forge.openPull({ closes: [2] });
    forge.configText = "resources:\n  lab:\n    location: lab/**\n";

    const lane = await observe(forge);

    expect(lane.plans.map(({ title }) => title)).toEqual(["A shop that takes orders"]);
    expect(lane.issues.size).toBe(23);
    expect(lane.pulls.map((pull) => pull.number)).toEqual([number]);
    expect(lane.resources.map(({ id }) => id)).toContain("lab");
  });

  it("reads what was merged lately, not all that ever was", async () => {
    const { forge, clock } = aForge();
    const numbers = [60 * day, 80 * day].map((at) => {
      clock.now = at;
      const number = forge.openPull();
      forge.merge(number, { isBypassed: true });
      return number;
    });

    const { pulls } = await observe(forge, { since: 0 });

    expect(pulls.map(({ number }) => number)).toEqual(numbers.slice(1));
  });

  it("reads whatever became of pull requests that passed or froze something", async () => {
    const { forge, clock } = aForge();
    clock.now = day;
    const [passed, frozen, forgotten] = [1, 2, 3].map(() => forge.openPull());
    for (const number of [passed, frozen, forgotten]) forge.closePull(number ?? 0);
    const holds = [aHold("A", "db", { passes: [aPass(passed ?? 0)] })];
    const freezes = [aFreeze("db", { pullNumber: frozen ?? 0 })];

    const { pulls } = await observe(forge, { holds, freezes });

    expect(pulls.map(({ number }) => number)).toEqual([passed, frozen]);
  });

  it("leaves pull requests of other repositories alone, though their numbers are ours", async () => {
    const { forge } = aForge();
    const number = forge.openPull();
    forge.closePull(number);
    const hold = aHold("A", "db", { passes: [aPass(number)] });
    const foreign: Hold = { ...hold, holder: { ...hold.holder, repository: "octo/else" } };

    const { pulls } = await observe(forge, { holds: [foreign] });

    expect(pulls).toEqual([]);
  });

  it("reads the gates that count only", async () => {
    const { forge } = aForge();
    const [harmless, suspect] = [["README.md"], ["db/migrations/1.sql"]].map((files) => {
      const number = forge.openPull({ files });
      forge.merge(number, { isBypassed: true });
      return forge.head(number).sha;
    });
    const open = forge.head(forge.openPull()).sha;
    const asked: (readonly string[])[] = [];
    const readGates = async (shas: readonly string[]) => {
      asked.push(shas);
      return new Map();
    };

    const holds = [aHold("A", "db", { passes: [aPass(99, "passed")] })];
    const stored = aStoredLane({ holds, now: 101 * day });
    await observeLane("octo/shop", { ...forge.reader, readGates }, stored);

    expect(asked).toEqual([[suspect, open, "passed"]]);
    expect(asked[0]).not.toContain(harmless);
  });

  it("takes a repository without the branch for one without plans", async () => {
    const { forge } = aForge();
    forge.planFiles = new Map();

    expect(await observe(forge)).toMatchObject({ plans: [] });
  });

  it("does not go on where the branch is gone while its tasks have their turn", async () => {
    const { forge } = aForge();
    forge.planFiles = new Map();

    await expect(observe(forge, { holds: [aHold("A", "db")] })).rejects.toThrow(
      "Cannot find branch keysteps, by whose plan A (db) have their turn; restore the branch",
    );
  });

  it("does not go on where the settings are broken", async () => {
    const { forge } = aForge();
    forge.configText = "resources: [";

    await expect(observe(forge)).rejects.toMatchObject({ name: "InputError" });
  });

  it("does not go on where a plan is broken", async () => {
    const { forge } = aForge();
    const broken = [...forge.planFiles].map(([path, text]) => [path, text.slice(1)] as const);
    forge.planFiles = new Map(broken);

    await expect(observe(forge)).rejects.toMatchObject({ name: "InputError" });
  });
});

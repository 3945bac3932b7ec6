import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { renderStatus } from "../../src/entry/cli/render-status.ts";
import { readStatus } from "../../src/flows/read-status.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { type HttpShop, startHttpShop } from "../support/apply-over-http.ts";
import { testTools } from "../support/apply-text.ts";

//  1.1 ──▶ 1.2 ──▶ 1.4,  1.3,  1.5
const spec = aSpecText(
  ["1.1", "Set up"],
  ["1.2", "Build", "1.1"],
  ["1.3", "Write words"],
  ["1.4", "Ship", "1.2"],
  ["1.5", "Sing"],
);

let shop: HttpShop;
beforeEach(async () => {
  shop = await startHttpShop();
  shop.sandbox.addToken("mona", { login: "mona" });
});
afterEach(async () => {
  await shop.sandbox.close();
  expect(shop.sandbox.faultsOfOurs).toEqual([]);
});

async function edit(number: number, body: object): Promise<void> {
  const answer = await fetch(`${shop.sandbox.url}/repos/acme/shop/issues/${number}`, {
    method: "PATCH",
    headers: { authorization: "Bearer mona", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}

const status = () => readStatus(shop.ports(), testTools);
const numberOf = (title: string) =>
  shop.sandbox.issues("acme/shop").find((issue) => issue.title.endsWith(title))?.number ?? 0;

describe("the status of a repository", () => {
  it("has no plan before the first apply", async () => {
    expect(await status()).toEqual([]);
  });

  it("says of each task how far it is and what it waits for", async () => {
    shop.push(spec);
    await shop.apply();
    await edit(numberOf("Set up"), { state: "closed" });
    await edit(numberOf("Build"), { assignees: ["mona"] });
    await edit(numberOf("Sing"), { state: "closed", state_reason: "not_planned" });

    const [plan] = await status();

    expect(plan?.tasks.map(({ ownId, progress }) => [ownId, progress])).toEqual([
      ["1.1", "done"],
      ["1.2", "in-progress"],
      ["1.3", "ready"],
      ["1.4", "blocked"],
      ["1.5", "closed"],
    ]);
    expect(plan?.counts).toMatchObject({ done: 1, "in-progress": 1, ready: 1, blocked: 1 });
    expect(plan?.tasks[3]?.waitsFor).toEqual(["P1.T102"]);
    expect(plan?.lastApply).toEqual({
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      at: Date.UTC(2026, 0, 1),
    });
  });

  it("tells where GitHub and the spec differ, and writes nothing", async () => {
    shop.push(spec);
    await shop.apply();
    expect((await status())[0]?.drift).toEqual([]);
    await edit(numberOf("Write words"), { title: "Something else" });
    shop.push(spec.replace("Ship", "Ship it all"));
    const { writes } = shop.sandbox.counts();

    const [plan] = await status();

    expect(plan?.drift).toEqual([
      `~ issue #${numberOf("Something else")} P1.T103 (title)`,
      `~ issue #${numberOf("Ship")} P1.T104 (title, body)`,
    ]);
    expect(shop.sandbox.counts().writes).toBe(writes);
  });

  it("knows no drift where the spec is gone or has errors, and says so", async () => {
    shop.push(spec);
    await shop.apply();
    shop.push(aSpecText(["1.1", "A", "1.2"], ["1.2", "B", "1.1"]));

    expect(await status()).toMatchObject([
      { drift: null, notes: [expect.stringContaining("has errors")] },
    ]);
    shop.sandbox.commitFiles("acme/shop", "main", { "specs/shop.md": null }, "gone");
    expect(await status()).toMatchObject([
      { drift: null, notes: [expect.stringContaining("is not on main")] },
    ]);
  });

  it("reads well on a terminal", async () => {
    shop.push(spec);
    await shop.apply();
    await edit(numberOf("Build"), { assignees: ["mona"] });

    expect(renderStatus(await status())).toEqual([
      expect.stringMatching(/^specs\/shop\.md \(PLAN-[0-9a-f]{8}\): A small thing, tracked by #1$/),
      "  5 tasks: 1 in progress, 3 ready, 1 blocked",
      expect.stringMatching(/^ {2}last applied on 2026-01-01 00:00 UTC from [0-9a-f]{7}$/),
      `  in progress #${numberOf("Build")} 1.2: Build (mona; waits for 1.1)`,
      `  ready       #${numberOf("Set up")} 1.1: Set up`,
      `  ready       #${numberOf("Write words")} 1.3: Write words`,
      `  ready       #${numberOf("Sing")} 1.5: Sing`,
      `  blocked     #${numberOf("Ship")} 1.4: Ship (waits for 1.2)`,
      "  GitHub is true to the spec.",
    ]);
  });
});

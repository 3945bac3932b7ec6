import { describe, expect, it } from "@jest/globals";
import { applyLocalSpec } from "../../src/flows/apply-local-spec.ts";
import type { CommitOrder } from "../../src/flows/ports.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { startHttpShop } from "../support/apply-over-http.ts";
import { testTools } from "../support/apply-text.ts";

const first = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"]);
const second = first.replace("Build", "Build it all");
const limits = { maxCreate: 100, maxClose: 100 };
const path = "specs/shop.md";

/** Two versions that were pushed and applied, and an apply from a work tree. */
async function startApplied() {
  const shop = await startHttpShop();
  const old = shop.push(first);
  await shop.apply();
  const newest = shop.push(second);
  await shop.apply();
  const { writes } = shop.sandbox.counts();
  return {
    ...{ ...shop, old, newest },
    countWrites: () => shop.sandbox.counts().writes - writes,
    applyFrom(commit: string, text: string, order?: CommitOrder) {
      const files = [{ path, text, secrets: [] }];
      const source = { path, files, configText: undefined, overrides: {}, changedAt: 0 };
      const request = {
        ...{ source, commit, limits, adopt: undefined, isDryRun: false },
        readOrder: async () => order,
        hasFile: async () => true,
      };
      return applyLocalSpec(request, shop.ports(), testTools);
    },
  };
}

describe("an apply from a work tree, over HTTP", () => {
  it("is refused where a newer commit was applied, and says what to do", async () => {
    const { sandbox, old, newest, applyFrom, countWrites } = await startApplied();

    await expect(applyFrom(old, first)).rejects.toMatchObject({
      remedy: "fix-input",
      message: `Cannot apply ${path}: this work tree is at ${old.slice(0, 7)}, and lacks ${newest.slice(0, 7)}, which was applied already; run \`git pull\`, then apply again`,
    });
    expect(countWrites()).toBe(0);
    await sandbox.close();
  });

  it("is refused on a branch that lacks what was applied from the default branch", async () => {
    const { sandbox, old, applyFrom, countWrites } = await startApplied();
    const files = { [path]: first, "mine.md": "mine" };
    const side = sandbox.commitFiles("acme/shop", "side", files, "mine", { from: old });

    await expect(applyFrom(side, first)).rejects.toThrow("run `git pull`");
    expect(countWrites()).toBe(0);
    await sandbox.close();
  });

  it("goes on from what was applied last, and from what was built on it", async () => {
    const { sandbox, newest, applyFrom, push } = await startApplied();
    const later = push(`${second}\nMore words.\n`);

    const same = await applyFrom(newest, second);
    const more = await applyFrom(later, second);

    expect([...same.flags, ...more.flags]).toEqual([]);
    await sandbox.close();
  });

  it("goes on from commits on top of it that were not pushed, and says so", async () => {
    const { sandbox, applyFrom } = await startApplied();

    const { flags, isOk } = await applyFrom("f".repeat(40), second, "ahead");

    expect(isOk).toBe(true);
    expect(flags).toEqual(["fffffff was not pushed: nobody else can see what is applied; push it"]);
    await sandbox.close();
  });

  it.each([["behind"], ["diverged"], [undefined]] as const)(
    "is refused from a commit that was not pushed and is %s in the clone",
    async (order) => {
      const { sandbox, applyFrom, countWrites } = await startApplied();

      await expect(applyFrom("f".repeat(40), first, order)).rejects.toThrow(
        "this work tree is at fffffff, which was not pushed, and lacks",
      );
      expect(countWrites()).toBe(0);
      await sandbox.close();
    },
  );
});

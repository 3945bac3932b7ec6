import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { runBuiltAction } from "../../src/entry/demo/run-built-action.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { aLayeredSpec } from "../support/a-layered-spec.ts";
import { type BuiltProduct, buildProduct } from "../support/build-product.ts";
import { lookAtShop } from "../support/look-at-shop.ts";

/** `KEYSTEPS_KILL_EVERY=1` kills it at every single request, which takes minutes. */
const step = Number(process.env.KEYSTEPS_KILL_EVERY ?? 5);
const repository = { default_branch: "main", full_name: "acme/shop" };

let product: BuiltProduct;
beforeAll(() => {
  product = buildProduct();
});
afterAll(() => product.remove());

/** A repository to which a spec of 30 tasks was pushed, and the job of that push. */
async function startShop() {
  const sandbox = await startSandbox({ now: () => Date.UTC(2026, 0, 1) });
  sandbox.createRepository({ owner: "acme", name: "shop", files: { "README.md": "# Shop" } });
  sandbox.addToken("ci", { login: "github-actions[bot]", kind: "integration" });
  const files = { "spec.md": aLayeredSpec(30) };
  const after = sandbox.commitFiles("acme/shop", "main", files, "spec");
  const push = { repository, ref: "refs/heads/main", before: "0".repeat(40), after };
  const act = (attempt: number, lost = new AbortController().signal) =>
    runBuiltAction({
      attempt,
      ...{ file: product.action, node: process.execPath, lost },
      ...{ apiUrl: sandbox.url, repository: "acme/shop" },
      ...{ eventName: "push", payload: push },
      inputs: { token: "ci", spec: "**/spec.md", pace: "none" },
    });
  return { sandbox, act };
}

/** The whole apply, undisturbed. */
async function applyWhole() {
  const { sandbox, act } = await startShop();
  const { exitCode } = await act(1);
  await sandbox.close();
  return { exitCode, count: sandbox.requests.length, shop: lookAtShop(sandbox) };
}

/** The apply killed at its n-th request, before or after that took effect; then run again, plainly. */
async function applyKilledAt(nthRequest: number) {
  const { sandbox, act } = await startShop();
  const runner = new AbortController();
  let seen = 0;
  sandbox.faults.add({
    kind: nthRequest % 2 === 0 ? "reset-before" : "reset-after",
    when: () => {
      const isDue = ++seen === nthRequest;
      if (isDue) runner.abort();
      return isDue;
    },
  });
  const killed = await act(1, runner.signal);
  const again = await act(2);
  await sandbox.close();
  const { faultsOfOurs } = sandbox;
  return { killed, again, shop: lookAtShop(sandbox), faultsOfOurs };
}

describe("the built Action, killed while it applies 30 tasks", () => {
  it("ends, run again, as one that was not, nothing twice", async () => {
    const { exitCode, count, shop } = await applyWhole();
    expect(exitCode).toBe(0);
    expect(shop).toHaveLength(31);

    for (let nth = 1; nth <= count; nth += step) {
      const { killed, again, ...end } = await applyKilledAt(nth);

      expect(killed.log).not.toContain("::error"); // it had no time to say anything
      expect([nth, again.exitCode]).toEqual([nth, 0]);
      expect({ nth, ...end }).toEqual({ nth, shop, faultsOfOurs: [] });
    }
  }, 900_000);
});

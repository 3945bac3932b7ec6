import { describe, expect, it } from "@jest/globals";
import { until } from "../../support/until.ts";
import { shopName, startShop } from "./start-shop.ts";

const orders = { "db/migrations/001_orders.sql": "create table orders ();" };
const carts = { "db/migrations/002_carts.sql": "create table carts ();" };

describe("startApp", () => {
  it("shows who may start, from the moment it is installed", async () => {
    const shop = await startShop();

    await shop.start();

    await until("all issues wear a state", () => shop.labelsOf(4).includes("state:blocked"));
    expect(shop.labelsOf(2)).toContain("state:available");
    expect(shop.labelsOf(3)).toContain("state:waiting");
  });

  it("lets a migration through in its turn and makes another wait", async () => {
    const shop = await startShop();
    await shop.start();
    await until("it knows the plan", () => shop.labelsOf(4).includes("state:blocked"));

    const other = await shop.openPull("carts", carts, "Closes #3");
    const first = await shop.openPull("orders", orders, "Closes #2");

    await until("the first may land", () => shop.gateOf(first.sha) === "success: Its turn");
    expect(shop.gateOf(other.sha)).toBe("queued: Waits for database_migrations, held by #2");
    await expect(shop.merge(other)).rejects.toMatchObject({ status: 405 });

    await shop.merge(first);

    await until("it is the other's turn", () => shop.gateOf(other.sha) === "success: Its turn");
    await shop.merge(other);
    expect(shop.labelsOf(4)).toContain("state:available");
  });

  it("freezes what was landed on out of turn, until a person has checked it", async () => {
    const shop = await startShop();
    await shop.start({ sweepIntervalMs: 1_000 });
    await until("it knows the plan", () => shop.labelsOf(4).includes("state:blocked"));
    const waiting = await shop.openPull("orders", orders, "Closes #2");
    await until("it may land", () => shop.gateOf(waiting.sha) === "success: Its turn");
    shop.sandbox.protectBranch("acme/shop", "main", { requiredChecks: [] });
    const stray = await shop.openPull("hotfix", { "db/migrations/000.sql": "drop" }, "No task.");

    await shop.merge(stray);

    const frozen = `queued: database_migrations is frozen by acme/shop#${stray.number}`;
    await until("the resource is frozen", () => shop.gateOf(waiting.sha) === frozen);
    const merged = Date.now();
    await until("a label is not of the same second as the merge", () => Date.now() > merged + 1000);
    await shop.octokit.issues.addLabels({
      ...shopName,
      issue_number: stray.number,
      labels: ["keysteps:unlock"],
    });
    await until("it may land again", () => shop.gateOf(waiting.sha) === "success: Its turn");
  });

  it("finds by itself what webhooks lost, and takes those that came twice once", async () => {
    const shop = await startShop();
    await shop.start({ sweepIntervalMs: 1_000 });
    await until("it knows the plan", () => shop.labelsOf(4).includes("state:blocked"));
    shop.sandbox.webhooks.decide(() => "drop");

    const lost = await shop.openPull("orders", orders, "Closes #2");

    await until("a sweep has found it", () => shop.gateOf(lost.sha) === "success: Its turn");
    shop.sandbox.webhooks.decide(() => "double");
    const doubled = await shop.openPull("docs", { "README.md": "# Shop" }, "Nothing shared.");
    await until("it may land", () => shop.gateOf(doubled.sha) === "success: Nothing to wait for");
    await shop.sandbox.webhooksSettled();
    expect(shop.runsOf(doubled.sha)).toBe(1);
  });

  it("writes nothing after a restart where all is as it should be", async () => {
    const shop = await startShop();
    const before = await shop.start();
    await until("it knows the plan", () => shop.labelsOf(4).includes("state:blocked"));
    const pull = await shop.openPull("orders", orders, "Closes #2");
    await until("it may land", () => shop.gateOf(pull.sha) === "success: Its turn");
    await until("its label is on", () => shop.labelsOf(2).includes("state:in-progress"));
    await shop.sandbox.webhooksSettled();
    await before.close();
    const { writes, reads } = shop.sandbox.counts();

    const after = await shop.start({ sweepIntervalMs: 1_000 });

    await until("it has looked", () => shop.sandbox.counts().reads > reads + 5);
    await after.close();
    expect(shop.listWritesSince(writes)).toEqual([]);
  });
});

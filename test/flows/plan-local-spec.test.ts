import { describe, expect, it } from "@jest/globals";
import { planLocalSpec } from "../../src/flows/plan-local-spec.ts";
import { testTools } from "../support/apply-text.ts";

interface Surroundings {
  readonly path: string;
  readonly lastTasks: string | undefined;
  /** What stands in the work tree. */
  readonly files: readonly string[];
}

/** Plans a text over the tasks.json of the last plan; tells each task's ID with its title. */
async function plan(
  text: string,
  { path = "specs/shop.md", lastTasks, files = [path] }: Partial<Surroundings> = {},
) {
  const { compiled, changes } = await planLocalSpec(
    {
      source: {
        path,
        files: [{ path, text, secrets: [] }],
        changedAt: 0,
        configText: undefined,
        overrides: {},
      },
      lastTasks,
      hasFile: async (name) => files.includes(name),
    },
    testTools,
  );
  const tasks = compiled.plan.tasks.map(({ id, title }) => `${id} ${title}`);
  return { ...compiled, tasks, changes, lastTasks: compiled.artifacts.get("tasks.json") };
}

const list = (...titles: readonly string[]) =>
  `# Shop\n\n${titles.map((title) => `- [ ] ${title}`).join("\n")}\n`;
const shop = list("Create the cart", "Create the checkout", "Mail the receipt");
const edited = list("Draw the logo", "Create the cart", "Create a checkout", "Print invoices");

describe("a spec that is planned again over its last plan", () => {
  it("keeps the IDs of its tasks, and tells what changed and how each was known again", async () => {
    const { lastTasks } = await plan(shop);

    const { tasks, changes } = await plan(edited, { lastTasks });

    expect(tasks).toEqual([
      "P0.T004 Draw the logo",
      "P0.T001 Create the cart",
      "P0.T002 Create a checkout",
      "P0.T005 Print invoices",
    ]);
    expect(changes).toEqual([
      expect.stringMatching(/^= P0\.T002 "Create a checkout" was "Create the checkout": similar/),
      '+ P0.T004 "Draw the logo"',
      '+ P0.T005 "Print invoices"',
      '- P0.T003 "Mail the receipt"',
    ]);
  });

  it("gives the same bytes where nothing was edited", async () => {
    const first = await plan(shop);

    const second = await plan(shop, first);

    expect(second.artifacts).toEqual(first.artifacts);
    expect(second.changes).toEqual([]);
  });

  it("never gives the ID of a task that is gone again", async () => {
    const first = await plan(shop);
    const second = await plan(list("Create the cart"), first);

    const third = await plan(list("Create the cart", "Paint the walls"), second);

    expect(third.tasks).toEqual(["P0.T001 Create the cart", "P0.T004 Paint the walls"]);
  });

  it("stays that plan where its file was moved, and is another beside one that still stands", async () => {
    const first = await plan(shop);
    const { lastTasks } = first;

    const text = list("Draw the logo", "Create the cart", "Create the checkout");

    const moved = await plan(text, { path: "new.md", lastTasks });
    const other = await plan(text, { path: "new.md", lastTasks, files: ["specs/shop.md"] });

    expect([moved.plan.id, moved.tasks[1]]).toEqual([first.plan.id, "P0.T001 Create the cart"]);
    expect([other.plan.id === first.plan.id, other.changes]).toEqual([false, []]);
  });

  it.each([
    ["no JSON", "{"],
    ["no plan", "{}"],
    ["a plan of other makers", '{"meta": {}, "tasks": []}'],
  ])("begins anew where %s stands there", async (_, lastTasks) => {
    const { tasks, changes } = await plan(shop, { lastTasks });

    expect(tasks[0]).toBe("P0.T001 Create the cart");
    expect(changes).toEqual([]);
  });
});

describe("a spec that stands in no file", () => {
  const path = "description";

  it("has an ID of its own for each text", async () => {
    const shops = await plan("Sell books to readers", { path });
    const banks = await plan("Lend money to builders", { path });
    const again = await plan("Sell books to readers", { path });

    expect(banks.plan.id).not.toBe(shops.plan.id);
    expect(again.plan.id).toBe(shops.plan.id);
  });

  it("is the plan it was where most of its tasks are still there", async () => {
    const first = await plan(shop, { path });
    const { lastTasks } = first;

    const second = await plan(shop.replace("the receipt", "a receipt"), { path, lastTasks });
    const other = await plan(list("Lend money"), { path, lastTasks });

    expect(second.plan.id).toBe(first.plan.id);
    expect(other.plan.id).not.toBe(first.plan.id);
    expect(other.changes).toEqual([]);
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "@jest/globals";
import { type BuiltProduct, buildProduct } from "../support/build-product.ts";
import { runCli } from "../support/run-cli.ts";

let product: BuiltProduct;
let folder = "";

beforeAll(() => {
  product = buildProduct();
});
afterAll(() => product.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keysteps-folders-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ccpm = {
  "shop/epic.md": "---\nname: shop\nstatus: backlog\n---\n\n# Epic: shop\n",
  "shop/001.md":
    "---\nname: Create the order table\nstatus: closed\ndepends_on: []\nparallel: true\n---\n\nOne row an order.\n",
  "shop/002.md":
    "---\nname: Take orders\nstatus: open\ndepends_on: [001]\nparallel: false\n---\n\n- [ ] Draw the form\n",
  "shop/003.md":
    "---\nname: Print invoices\nstatus: open\ndepends_on: [001, 002]\nparallel: false\n---\n",
};
const backlog = {
  "shop/back-1 - Create.md":
    "---\nid: BACK-1\ntitle: Create the order table\nstatus: Done\ndependencies: []\n---\n\n<!-- AC:BEGIN -->\n- [x] #1 The table exists\n<!-- AC:END -->\n",
  "shop/back-2 - Take.md":
    "---\nid: BACK-2\ntitle: Take orders\nstatus: To Do\ndependencies:\n  - BACK-1\n---\n\nWith a form.\n",
  "shop/back-3 - Print.md":
    "---\nid: BACK-3\ntitle: Print invoices\nstatus: To Do\ndependencies: [BACK-1, BACK-2]\n---\n",
};
const taskMaster = {
  "shop/tasks.json": JSON.stringify({
    master: {
      tasks: [
        { id: 1, title: "Create the order table", status: "done", dependencies: [] },
        {
          id: 2,
          title: "Take orders",
          status: "pending",
          dependencies: [],
          subtasks: [
            { id: 1, title: "Draw the form", status: "pending", dependencies: ["1.1"] },
            { id: 2, title: "Store it", status: "pending", dependencies: [1] },
          ],
        },
        { id: 3, title: "Print invoices", status: "pending", dependencies: [1, "2.1"] },
      ],
    },
  }),
};

it.each([
  ["ccpm", ccpm],
  ["backlog", backlog],
  ["task-master", taskMaster],
])("plans a folder of %s with its states and dependencies", async (dialect, files) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  const { exitCode, err } = await runCli(product.cli, ["plan", "-f", "shop", "-o", "plan"], {
    cwd: folder,
    env: {},
    input: "",
  });

  expect({ exitCode, errors: err.match(/: error .*/g) }).toEqual({ exitCode: 0, errors: null });
  const { tasks, dependencies, meta } = JSON.parse(
    readFileSync(join(folder, "plan/tasks.json"), "utf8"),
  );
  expect(meta.dialect).toBe(dialect);
  expect(
    tasks.map(({ title, source }: { title: string; source: { state: string } }) => [
      title,
      source.state,
    ]),
  ).toEqual([
    ["Create the order table", "done"],
    ["Take orders", "todo"],
    ["Print invoices", "todo"],
  ]);
  const [first, second, third] = tasks.map(({ id }: { id: string }) => id);
  const stated = dependencies.filter(({ origin }: { origin: string }) => origin === "stated");
  expect(
    stated.map(({ from, to }: { from: string; to: string }) => `${from} ${to}`).sort(),
  ).toEqual([`${first} ${second}`, `${first} ${third}`, `${second} ${third}`]);
});

it.each([
  ["tasks.md", 0, "1 task"],
  ["missing.md", 1, "missing.md"],
  ["Sell books", 0, "0 errors"],
])("takes %j without an option for what it is", async (words, code, told) => {
  writeFileSync(join(folder, "tasks.md"), "# Shop\n\n- [ ] T001 Sell books\n");

  const { exitCode, err } = await runCli(product.cli, ["plan", words, "-o", "plan"], {
    cwd: folder,
    env: {},
    input: "",
  });

  expect({ exitCode, err }).toEqual({ exitCode: code, err: expect.stringContaining(told) });
});

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { configPath } from "../../src/flows/config-path.ts";
import { undoApply } from "../../src/flows/undo-apply.ts";
import { writeBack } from "../../src/flows/write-back.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { type HttpShop, startHttpShop } from "../support/apply-over-http.ts";
import { testTools } from "../support/apply-text.ts";

const table = [
  "| Phase | Tasks | Completed | Status |",
  "|---|---|---|---|",
  "| 1. All | 2 | 0 | Not started |",
];
const tasks = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"]);
const spec = `\uFEFF${[tasks.trimEnd(), "", ...table, ""].join("\n").replaceAll("\n", "\r\n")}`;
const path = "specs/shop.md";

let shop: HttpShop;
beforeEach(async () => {
  shop = await startHttpShop();
});
afterEach(async () => {
  await shop.sandbox.close();
  expect(shop.sandbox.faultsOfOurs).toEqual([]);
});

/** A repository with these settings whose spec was applied. */
async function start(writeback: string, text = spec): Promise<void> {
  const files = { ".github/keysteps.yml": `writeback: ${writeback}\n` };
  shop.sandbox.commitFiles("acme/shop", "main", files, "settings");
  shop.push(text);
  await shop.apply();
}

async function person(method: string, route: string, body: object) {
  shop.sandbox.addToken("mona", { login: "mona" });
  const answer = await fetch(`${shop.sandbox.url}/repos/acme/shop/${route}`, {
    method,
    headers: { authorization: "Bearer mona", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  return answer.json();
}

/** Issue 1 is the tracking issue; that of the n-th task comes n behind it. */
const close = (task: number, reason = "completed") =>
  person("PATCH", `issues/${task + 1}`, { state: "closed", state_reason: reason });
const reopen = (task: number) => person("PATCH", `issues/${task + 1}`, { state: "open" });
const write = () => writeBack(shop.ports(), testTools, configPath);
const stateOf = (task: number) => shop.sandbox.issues("acme/shop")[task]?.state;
const read = (ref = "main") => shop.sandbox.readFile("acme/shop", path, ref);

function writesSince(count: number): readonly unknown[] {
  return shop.sandbox.requests
    .slice(count)
    .filter(({ kind }) => kind === "write")
    .map(({ operationId }) => operationId);
}

function pulls() {
  const { issues } = shop.sandbox.repository("acme/shop");
  return [...issues.values()].filter(({ pull }) => pull !== undefined);
}

const done = spec
  .replace("- [ ] **Task 1.1**", "- [x] **Task 1.1**")
  .replace("| 2 | 0 | Not started |", "| 2 | 1 | In progress |");

describe("writing back by commits", () => {
  it("ticks the box of a closed issue and updates the table, and changes not one byte more", async () => {
    await start("commit");
    await close(1);

    await write();

    expect(read()).toBe(done);
  });

  it("plans to no change: neither apply nor write-back has anything to write then", async () => {
    await start("commit");
    await close(1);
    await shop.apply(); // the tracking issue counts it
    await write();
    shop.noticePush();
    const count = shop.sandbox.requests.length;

    await shop.apply();
    await write();

    expect(writesSince(count)).toEqual(["graphql"]); // the record knows now that the task is done
    const settled = shop.sandbox.requests.length;
    await shop.apply();
    await write();
    expect(writesSince(settled)).toEqual([]);
    expect(read()).toBe(done);
  });

  it("ticks nothing for an issue that was not completed", async () => {
    await start("commit");
    await close(1, "not_planned");

    expect(await write()).toEqual([]);
    expect(read()).toBe(spec);
  });

  it("ticks nothing for new work that only resembles finished work", async () => {
    const [was, is] = ["Create the checkout page", "Test the checkout with refunds"];
    await start("commit", spec.replace("Set up", was));
    await close(1);
    shop.push(spec.replace("Set up", is));

    expect(await write()).toEqual([]);
    expect(read()).toBe(spec.replace("Set up", is));
  });

  it("unticks the box of an issue that people open again", async () => {
    await start("commit");
    await close(1);
    await write();
    shop.noticePush();
    await shop.apply();
    await reopen(1);

    await write();

    expect(read()).toBe(spec);
  });

  it("leaves a box unticked that the author unticks after it, and the issue is opened again", async () => {
    await start("commit");
    await close(1);
    await write();
    shop.noticePush();
    shop.push(spec);

    expect(await write()).toEqual([]); // an issue event that comes before the push's own job
    await shop.apply();
    expect(await write()).toEqual([]);

    expect(read()).toBe(spec);
    expect(stateOf(1)).toBe("open");
    const settled = shop.sandbox.requests.length;
    await shop.apply();
    await write();
    expect(writesSince(settled)).toEqual([]);
  });

  it("ticks it again once the issue is closed again", async () => {
    await start("commit");
    await close(1);
    await write();
    shop.noticePush();
    shop.push(spec);
    await shop.apply();
    await close(1);

    await write();

    expect(read()).toBe(done);
  });

  it("unticks for who opens the issue again before any push, and an apply does not close it", async () => {
    await start("commit");
    await close(1);
    await write();
    await reopen(1);

    await write();
    shop.noticePush();
    await shop.apply();

    expect(read()).toBe(spec);
    expect(stateOf(1)).toBe("open");
  });

  it("ticks for who closes an issue again that was opened again, and an apply does not open it", async () => {
    await start("commit");
    shop.push(done); // the author ticks, we close
    await shop.apply();
    await reopen(1);
    await write();
    await close(1);
    shop.noticePush();

    await shop.apply();
    await write();

    expect(stateOf(1)).toBe("closed");
    expect(read()).toBe(done);
  });

  it("leaves it to an undo what the apply before was", async () => {
    await start("commit");
    shop.push(spec.replace("Build", "Build all of it"));
    await shop.apply();
    await close(1);
    await write();

    await undoApply({ path, overrides: {}, isDryRun: false }, shop.ports(), testTools);

    expect(shop.sandbox.issues("acme/shop").map(({ title }) => title)).toContain("1.2: Build");
  });

  it("leaves a branch alone that has moved on while it looked", async () => {
    await start("commit");
    await close(1);
    const ports = shop.ports();
    const { observe } = ports.issues;
    const issues = {
      ...ports.issues,
      observe: (...refs: Parameters<typeof observe>) => {
        shop.sandbox.commitFiles("acme/shop", "main", { "README.md": "new" }, "meanwhile");
        return observe(...refs);
      },
    };

    const attempt = writeBack({ ...ports, issues }, testTools, configPath);

    await expect(attempt).rejects.toMatchObject({ remedy: "try-later" });
    expect(read()).toBe(spec);
  });
});

describe("writing back by a pull request", () => {
  it("opens one, adds to it, and closes nothing by it", async () => {
    await start("pr");
    await close(1);
    await write();
    await close(2);

    await write();

    expect(pulls()).toHaveLength(1);
    expect(read()).toBe(spec);
    expect(read("keysteps/progress")).toBe(
      done
        .replace("- [ ] **Task 1.2**", "- [x] **Task 1.2**")
        .replace("| 2 | 1 | In progress |", "| 2 | 2 | Completed   |"),
    );
    const count = shop.sandbox.requests.length;
    expect(await write()).toEqual([]);
    expect(writesSince(count)).toEqual([]);
  });

  it("moves it onto the newest spec, so that nobody's edit is taken back", async () => {
    await start("pr");
    await close(1);
    await write();
    shop.push(spec.replace("Build", "Build all"));
    await shop.apply();

    await write();

    expect(read("keysteps/progress")).toBe(done.replace("Build", "Build all"));
    expect(pulls()).toMatchObject([{ state: "open" }]);
  });

  it("has nothing to write once it is merged", async () => {
    await start("pr");
    await close(1);
    await write();
    await person("PUT", `pulls/${pulls()[0]?.number}/merge`, {});
    shop.noticePush();
    await shop.apply();
    const count = shop.sandbox.requests.length;

    expect(await write()).toEqual([]);
    expect(writesSince(count)).toEqual([]);
    expect(read()).toBe(done);
  });

  it.each([
    ["error-before", 1],
    ["error-after", 1],
    ["error-after", 2],
    ["error-before", 3],
    ["error-after", 3],
    ["error-before", 4],
    ["error-after", 4],
  ] as const)("goes on after %s at its write %i, with one pull request", async (kind, nthWrite) => {
    await start("pr");
    await close(1);
    shop.sandbox.faults.add({ kind, when: { nthWrite } });
    await expect(write()).rejects.toMatchObject({ remedy: "try-later" });

    await write();

    expect(pulls()).toMatchObject([{ state: "open" }]);
    expect(read("keysteps/progress")).toBe(done);
  });

  it("takes closing it unmerged for a no, whatever else changes, until there is more to say", async () => {
    await start("pr");
    await close(1);
    await write();
    await person("PATCH", `pulls/${pulls()[0]?.number}`, { state: "closed" });

    expect(await write()).toEqual([]);
    shop.push(spec.replace("Build", "Build all"));
    await shop.apply();
    expect(await write()).toEqual([]);
    expect(pulls()).toMatchObject([{ state: "closed" }]);

    await close(2);
    await write();

    expect(pulls()).toMatchObject([{ state: "closed" }, { state: "open" }]);
    expect(read("keysteps/progress")).toContain("[x] **Task 1.2**: Build all");
  });

  it("proposes again what it closed itself", async () => {
    await start("pr");
    await close(1);
    await write();
    await reopen(1);
    await write();
    await close(1);

    await write();

    expect(pulls()).toMatchObject([{ state: "closed" }, { state: "open" }]);
  });

  it("is closed where the spec says by itself what is done, or nothing is done any more", async () => {
    await start("pr");
    await close(1);
    await write();
    await reopen(1);

    await write();

    expect(pulls()).toMatchObject([{ state: "closed" }]);
  });
});

describe("writing back", () => {
  it("is off unless the settings say otherwise", async () => {
    shop.push(spec);
    await shop.apply();
    await close(1);
    const count = shop.sandbox.requests.length;

    expect(await write()).toEqual([]);
    expect(writesSince(count)).toEqual([]);
  });

  it("leaves a spec alone whose plan has errors, and one that is gone", async () => {
    await start("commit");
    await close(1);
    const broken = spec.replace("Task 1.2**", "Task 1.1**");
    shop.push(broken);

    expect(await write()).toEqual([]);
    shop.sandbox.commitFiles("acme/shop", "main", { [path]: null }, "gone");
    expect(await write()).toEqual([]);
  });
});

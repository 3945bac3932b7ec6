import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { readCommitOrder } from "../../../src/adapters/process/read-commit-order.ts";

//  a ──▶ b ──▶ c (checked out)
//  └───▶ side
let folder = "";
const commits = new Map<string, string>();

function git(...args: readonly string[]): string {
  const name = ["-c", "user.name=Mona", "-c", "user.email=mona@example.com"];
  return execFileSync("git", ["-C", folder, ...name, ...args], { encoding: "utf8" }).trim();
}

function commit(name: string): void {
  git("commit", "-q", "--allow-empty", "-m", name);
  commits.set(name, git("rev-parse", "HEAD"));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "keysteps-git-"));
  git("init", "-q", "-b", "main");
  commit("a");
  git("checkout", "-q", "-b", "side");
  commit("side");
  git("checkout", "-q", "main");
  commit("b");
  commit("c");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ["a", "ahead"],
  ["c", "identical"],
  ["side", "diverged"],
])("seen from %s the commit that is checked out is %s", async (base, order) => {
  expect(await readCommitOrder(folder, commits.get(base) ?? "")).toBe(order);
});

it("is behind one that is checked out no more", async () => {
  git("checkout", "-q", commits.get("b") ?? "");

  expect(await readCommitOrder(folder, commits.get("c") ?? "")).toBe("behind");
});

it("knows nothing of a commit that the clone does not have, or outside a work tree", async () => {
  expect(await readCommitOrder(folder, "f".repeat(40))).toBeUndefined();
  expect(await readCommitOrder(tmpdir(), commits.get("a") ?? "")).toBeUndefined();
});

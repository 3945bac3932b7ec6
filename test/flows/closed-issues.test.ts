import { expect, it } from "@jest/globals";
import { aSpecText } from "../support/a-spec-text.ts";
import { applyText } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

const before = aSpecText(["1.1", "Set up the shop"], ["1.2", "Create the checkout page"]);
const after = aSpecText(["1.1", "Set up the shop"], ["1.2", "Test the checkout with refunds"]);

async function rewordAfter(state: "open" | "closed") {
  const github = new FakeGitHub();
  await applyText(github, before);
  const issue = github.issues.all().find(({ title }) => title.includes("checkout"));
  github.issues.edit(issue?.number ?? 0, { state });
  await applyText(github, after);
  return github.issues.all().filter(({ title }) => title.includes("checkout"));
}

it("gives reworded work the issue that it had while that is open", async () => {
  expect((await rewordAfter("open")).map(({ title, state }) => [title, state])).toEqual([
    ["1.2: Test the checkout with refunds", "open"],
  ]);
});

it("gives new work that only resembles finished work an issue of its own", async () => {
  expect((await rewordAfter("closed")).map(({ title, state }) => [title, state])).toEqual([
    ["1.2: Create the checkout page", "closed"],
    ["1.2: Test the checkout with refunds", "open"],
  ]);
});

import { describe, expect, it } from "@jest/globals";
import { routeEvent } from "../../../src/entry/action/route-event.ts";

const repository = { default_branch: "main", full_name: "acme/shop" };
const [before, after] = ["a".repeat(40), "b".repeat(40)];

function pull(base: string, from: string | null) {
  const repo = from === null ? null : { full_name: from };
  return { pull_request: { number: 7, head: { sha: after, repo }, base: { ref: base } } };
}

describe("routeEvent", () => {
  it.each([
    ["pull_request", pull("main", "acme/shop"), false],
    ["pull_request", pull("main", "mallory/shop"), true],
    ["pull_request", pull("main", null), true],
  ])("plans on %s %j", (name, payload, isFromFork) => {
    expect(routeEvent({ name, payload: { repository, ...payload } })).toEqual({
      kind: "propose",
      pull: { number: 7, headSha: after, isFromFork },
    });
  });

  it("applies a push to the default branch", () => {
    const payload = { repository, ref: "refs/heads/main", before, after };

    expect(routeEvent({ name: "push", payload })).toEqual({
      kind: "apply",
      push: { before, after },
    });
  });

  it.each(["closed", "reopened"])("writes back an issue that is %s", (action) => {
    const payload = { repository, action, issue: { number: 3 } };

    expect(routeEvent({ name: "issues", payload }).kind).toBe("write-back");
  });

  it.each([
    ["pull_request", pull("release", "acme/shop"), "not to the default branch"],
    ["pull_request", {}, "names no pull request"],
    ["pull_request_target", pull("main", "mallory/shop"), "does nothing on pull_request_target"],
    ["push", { ref: "refs/heads/topic", before, after }, "is not the default branch"],
    ["push", { ref: "refs/tags/v1.0.0", before, after }, "is not the default branch"],
    ["push", { ref: "refs/heads/main", before, after, deleted: true }, "deleted the branch"],
    ["issues", { action: "labeled" }, "changes no spec"],
    ["schedule", {}, "does nothing on schedule"],
    ["workflow_dispatch", {}, "does nothing on workflow_dispatch"],
    ["issue_comment", { action: "created" }, "does nothing on issue_comment"],
    ["push", null, "is not the default branch"],
  ])("does nothing on %s %j, and says why", (name, payload, reason) => {
    const event = { name, payload: payload === null ? null : { repository, ...payload } };

    expect(routeEvent(event)).toEqual({ kind: "skip", reason: expect.stringContaining(reason) });
  });
});

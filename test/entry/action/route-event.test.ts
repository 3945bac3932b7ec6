import { describe, expect, it } from "@jest/globals";
import {
  routeEvent,
  type WantedMode,
  type WorkflowEvent,
} from "../../../src/entry/action/route-event.ts";

const repository = { default_branch: "main", full_name: "acme/shop" };
const [before, after] = ["a".repeat(40), "b".repeat(40)];

const noCommit = "0".repeat(40);

/** An event as a runner on the default branch tells of it. */
function route(event: Partial<WorkflowEvent>, mode?: WantedMode) {
  const runner = { name: "push", payload: {}, ref: "refs/heads/main", sha: after };
  return routeEvent({ ...runner, ...event }, mode);
}

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
    expect(route({ name, payload: { repository, ...payload } })).toEqual({
      kind: "propose",
      pull: { number: 7, headSha: after, isFromFork },
    });
  });

  it("applies a push to the default branch", () => {
    const payload = { repository, ref: "refs/heads/main", before, after };

    expect(route({ name: "push", payload })).toEqual({
      kind: "apply",
      push: { before, after },
      isDry: false,
    });
  });

  it.each(["closed", "reopened"])("writes back an issue that is %s", (action) => {
    const payload = { repository, action, issue: { number: 3 } };

    expect(route({ name: "issues", payload }).kind).toBe("write-back");
  });

  it.each([
    ["pull_request", pull("release", "acme/shop"), "not to the default branch"],
    ["pull_request", {}, "names no pull request"],
    ["pull_request_target", pull("main", "mallory/shop"), "does nothing on pull_request_target"],
    ["push", { ref: "refs/heads/topic", before, after }, "is not the default branch"],
    ["push", { ref: "refs/tags/v1.0.0", before, after }, "is not the default branch"],
    ["push", { ref: "refs/heads/main", before, after, deleted: true }, "deleted the branch"],
    ["issues", { action: "labeled" }, "changes no spec"],
    ["issue_comment", { action: "created" }, "does nothing on issue_comment"],
    ["push", null, "is not the default branch"],
  ])("does nothing on %s %j, and says why", (name, payload, reason) => {
    const event = { name, payload: payload === null ? null : { repository, ...payload } };

    expect(route(event)).toEqual({ kind: "skip", reason: expect.stringContaining(reason) });
  });

  it.each([
    ["schedule", {}],
    ["workflow_dispatch", { repository }],
  ])("applies what the default branch has on %s", (name, payload) => {
    const push = { before: noCommit, after };

    expect(route({ name, payload })).toEqual({ kind: "apply", push, isDry: false });
  });

  it("does not apply what another branch has when it is run by hand there", () => {
    const event = { name: "workflow_dispatch", payload: { repository }, ref: "refs/heads/topic" };

    expect(route(event)).toMatchObject({
      kind: "skip",
      reason: expect.stringContaining("refs/heads/topic is not"),
    });
  });

  it.each([
    ["plan", "pull_request", "propose"],
    ["plan", "push", "apply"],
    ["plan", "issues", "skip"],
    ["apply", "pull_request", "skip"],
    ["apply", "push", "apply"],
    ["apply", "issues", "skip"],
    ["write-back", "pull_request", "skip"],
    ["write-back", "push", "write-back"],
    ["write-back", "issues", "write-back"],
  ] as const)("with the input mode: %s makes of %s %s", (wanted, name, kind) => {
    const event = { ref: "refs/heads/main", before, after, action: "closed" };
    const mode = route(
      { name, payload: { repository, ...event, ...pull("main", "acme/shop") } },
      wanted,
    );

    expect(mode.kind).toBe(kind);
    if (mode.kind === "apply") expect(mode.isDry).toBe(wanted === "plan");
    if (mode.kind === "skip") expect(mode.reason).toContain(`\`mode: ${wanted}\``);
  });
});

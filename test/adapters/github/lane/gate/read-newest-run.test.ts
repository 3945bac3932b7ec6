import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { readNewestRun } from "../../../../../src/adapters/github/lane/gate/read-newest-run.ts";
import { toObservedGate } from "../../../../../src/adapters/github/lane/gate/to-observed-gate.ts";
import { nockGitHub, repoName } from "../../../../support/nock-github.ts";

const route = "/repos/octo/shop/commits/5ha/check-runs";

afterEach(() => nock.cleanAll());

describe("readNewestRun", () => {
  it("takes the run that was made last, in whatever order they come", async () => {
    const { octokit, github } = nockGitHub();
    const runs = [aRun(8, "success"), aRun(9, null), aRun(7, "success")];
    github.get(route).query(true).reply(200, { total_count: 3, check_runs: runs });

    const run = await readNewestRun(octokit, repoName, 1, "5ha");

    expect(run?.id).toBe(9);
  });

  it("reads every page", async () => {
    const { octokit, github } = nockGitHub();
    for (const [page, id] of [
      ["1", 1],
      ["2", 2],
    ] as const) {
      github
        .get(route)
        .query((query) => query.page === page && query.app_id === "1" && query.filter === "all")
        .reply(200, { total_count: 2, check_runs: [aRun(id, "success")] });
    }

    expect((await readNewestRun(octokit, repoName, 1, "5ha"))?.id).toBe(2);
  });

  it("counts only runs of our own App under the gate's name", async () => {
    const { octokit, github } = nockGitHub();
    const check_runs = [
      { ...aRun(1, "success"), app: { id: 2 } },
      { ...aRun(2, "success"), app: null },
      { ...aRun(3, "success"), name: "Keysteps Gate" },
    ];
    github.get(route).query(true).reply(200, { total_count: 3, check_runs });

    expect(await readNewestRun(octokit, repoName, 1, "5ha")).toBeUndefined();
  });

  it("knows of no run on a commit that is gone", async () => {
    const { octokit, github } = nockGitHub();
    github.get(route).query(true).reply(422, { message: "No commit found for SHA: 5ha" });

    expect(await readNewestRun(octokit, repoName, 1, "5ha")).toBeUndefined();
  });

  it.each([404, 422, 500])("does not take %d for there being none", async (status) => {
    const { octokit, github } = nockGitHub();
    github.get(route).query(true).reply(status, { message: "something else" });

    await expect(readNewestRun(octokit, repoName, 1, "5ha")).rejects.toMatchObject({ status });
  });
});

describe("toObservedGate", () => {
  it.each([
    ["completed", "success", "success"],
    ["completed", "neutral", "other"],
    ["completed", "skipped", "other"],
    ["completed", "stale", "other"],
    ["completed", null, "other"],
    ["queued", null, "queued"],
    ["in_progress", null, "queued"],
    ["queued", "success", "queued"],
    ["waiting", null, "other"],
  ])("calls a run that is %s and %s %s", (status, conclusion, verdict) => {
    const run = { ...aRun(1, conclusion), status } as unknown as Parameters<
      typeof toObservedGate
    >[0];

    expect(toObservedGate(run).verdict).toBe(verdict);
  });

  it("lets no run grow stale that was not started", () => {
    const run = { ...aRun(1, null), started_at: null } as unknown as Parameters<
      typeof toObservedGate
    >[0];

    expect(Date.now() - toObservedGate(run).startedAt).toBeLessThan(0);
  });
});

function aRun(id: number, conclusion: string | null) {
  return {
    id,
    name: "Keysteps gate",
    app: { id: 1 },
    status: conclusion === null ? "queued" : "completed",
    conclusion,
    started_at: "2026-01-01T00:00:00Z",
    output: { title: null, summary: null },
  };
}

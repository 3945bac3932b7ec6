import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("check runs", () => {
  it("belong to apps, and only their own app changes them", async () => {
    const { octokit, head, ci, other } = await openWithApps();
    const run = { ...shop, name: "gate", head_sha: head };

    const person = await refusalOf(octokit.rest.checks.create(run));
    const { data } = await ci.rest.checks.create(run);
    const change = { ...shop, check_run_id: Number(data.id), conclusion: "success" } as const;
    const foreign = await refusalOf(other.rest.checks.update(change));
    const own = await ci.rest.checks.update(change);

    expect(person).toMatchObject({
      status: 403,
      message: "You must authenticate via a GitHub App.",
    });
    expect(foreign.status).toBe(403);
    expect(foreign.message).toContain("can only be modified by the GitHub App that created it.");
    expect(own.data).toMatchObject({ status: "completed", conclusion: "success" });
  });

  it("are completed by a conclusion and opened by another status", async () => {
    const { head, ci } = await openWithApps();
    const run = { ...shop, name: "gate", head_sha: head };

    const done = await ci.rest.checks.create({ ...run, conclusion: "failure" });
    const again = await ci.rest.checks.update({
      ...{ ...shop, check_run_id: Number(done.data.id) },
      status: "in_progress",
    });

    expect(done.data).toMatchObject({ status: "completed", conclusion: "failure" });
    expect(again.data).toMatchObject({ conclusion: null, completed_at: null });
  });

  it("refuse a completion without conclusion, an unknown commit, a long summary", async () => {
    const { head, ci } = await openWithApps();
    const run = { ...shop, name: "gate", head_sha: head };
    const { create } = ci.rest.checks;

    const refusals = [
      await refusalOf(create({ ...run, status: "completed" } as never)),
      await refusalOf(create({ ...run, head_sha: "1".repeat(40) })),
      await refusalOf(create({ ...run, output: { title: "t", summary: "x".repeat(65_536) } })),
    ];

    expect(refusals.map((refusal) => refusal.status)).toEqual([422, 422, 422]);
  });

  it("are listed with the latest of each name and app", async () => {
    const { head, ci, other } = await openWithApps();
    const run = { ...shop, name: "gate", head_sha: head };
    await ci.rest.checks.create({ ...run, conclusion: "failure" });
    await ci.rest.checks.create({ ...run, conclusion: "success" });
    await other.rest.checks.create(run);
    const { listForRef } = ci.rest.checks;

    const latest = await listForRef({ ...shop, ref: "main" });
    const ours = await listForRef({ ...shop, ref: "main", app_id: 15_368, filter: "all" });

    const conclusions = latest.data.check_runs.map((one) => one.conclusion);
    expect(conclusions).toEqual([null, "success"]);
    expect(ours.data.total_count).toBe(2);
  });

  it("collect the annotations of every request", async () => {
    const { head, ci } = await openWithApps();
    const line = { start_line: 1, end_line: 1, annotation_level: "notice", message: "m" } as const;
    const output = (path: string) => ({
      ...{ title: "t", summary: "s", annotations: [{ ...line, path }] },
    });

    const made = await ci.rest.checks.create({
      ...{ ...shop, name: "gate", head_sha: head, output: output("a.md") },
    });
    const run = { ...shop, check_run_id: Number(made.data.id) };
    await ci.rest.checks.update({ ...run, output: output("b.md") });

    const { data } = await ci.rest.checks.listAnnotations(run);
    expect(data.map((annotation) => annotation.path)).toEqual(["a.md", "b.md"]);
  });
});

describe("commit statuses", () => {
  it("combine the last of each context", async () => {
    const { octokit, head } = await openWithApps();
    const { createCommitStatus, getCombinedStatusForRef } = octokit.rest.repos;
    const status = { ...shop, sha: head };
    await createCommitStatus({ ...status, state: "failure", context: "a" });
    await createCommitStatus({ ...status, state: "success", context: "a" });

    const passing = await getCombinedStatusForRef({ ...shop, ref: "main" });
    await createCommitStatus({ ...status, state: "pending", context: "b" });
    const pending = await getCombinedStatusForRef({ ...shop, ref: "main" });

    expect([passing.data.state, pending.data.state]).toEqual(["success", "pending"]);
    expect(pending.data.total_count).toBe(2);
  });
});

async function openWithApps() {
  const { sandbox, octokit, as } = await openSandbox();
  sandbox.addToken("ci", { login: "github-actions[bot]", kind: "integration" });
  sandbox.addToken("other", { login: "other[bot]", kind: "integration", appId: 42 });
  const { data } = await octokit.rest.git.getRef({ ...shop, ref: "heads/main" });
  return { octokit, head: data.object.sha, ci: as("ci"), other: as("other") };
}

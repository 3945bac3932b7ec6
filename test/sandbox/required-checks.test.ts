import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

const OURS = 42;

describe("a required check", () => {
  it("keeps a pull request out until the app's latest run on its head passes", async () => {
    const { octokit, ours, other, head_sha } = await openGuarded();
    const { merge, get } = octokit.rest.pulls;
    const pull = { ...shop, pull_number: 1 };
    const gate = { ...shop, name: "gate", head_sha };

    const absent = await refusalOf(merge(pull));
    await other.rest.checks.create({ ...gate, conclusion: "success" });
    const forged = await refusalOf(merge(pull));
    await ours.rest.checks.create({ ...gate, conclusion: "success" });
    await ours.rest.checks.create(gate);
    const reopened = await refusalOf(merge(pull));
    const blocked = await get(pull);
    await ours.rest.checks.create({ ...gate, conclusion: "neutral" });
    const merged = await merge(pull);

    expect([absent, forged, reopened].map(({ status }) => status)).toEqual([405, 405, 405]);
    expect(absent.message).toContain('Required status check "gate" is expected.');
    expect(blocked.data).toMatchObject({ mergeable: true, mergeable_state: "blocked" });
    expect(merged.data.merged).toBe(true);
  });

  it("counts on the head it was made for only", async () => {
    const { sandbox, octokit, ours, head_sha } = await openGuarded();
    await ours.rest.checks.create({ ...shop, name: "gate", head_sha, conclusion: "success" });

    sandbox.commitFiles("acme/shop", "topic", { "b.md": "b" }, "b");

    const refusal = await refusalOf(octokit.rest.pulls.merge({ ...shop, pull_number: 1 }));
    expect(refusal.status).toBe(405);
  });

  it("keeps commits out that come past a pull request", async () => {
    const { octokit, ours, head_sha } = await openGuarded();
    const { updateRef, getRef } = octokit.rest.git;
    const main = { ...shop, ref: "heads/main" };
    const file = { ...shop, path: "a.md", message: "a", content: "YQ==" };

    const pushed = await refusalOf(updateRef({ ...main, sha: head_sha }));
    const put = await refusalOf(octokit.rest.repos.createOrUpdateFileContents(file));
    await ours.rest.checks.create({ ...shop, name: "gate", head_sha, conclusion: "success" });
    await updateRef({ ...main, sha: head_sha });

    expect([pushed.status, put.status]).toEqual([422, 409]);
    expect((await getRef(main)).data.object.sha).toBe(head_sha);
  });

  it("is met by a commit status too, unless it is pinned to an app", async () => {
    const { sandbox, octokit, head_sha } = await openGuarded();
    const status = { ...shop, sha: head_sha, state: "success", context: "gate" } as const;
    await octokit.rest.repos.createCommitStatus(status);

    const pinned = await refusalOf(octokit.rest.pulls.merge({ ...shop, pull_number: 1 }));
    sandbox.protectBranch("acme/shop", "main", { requiredChecks: [{ context: "gate" }] });
    const { data } = await octokit.rest.pulls.merge({ ...shop, pull_number: 1 });

    expect([pinned.status, data.merged]).toEqual([405, true]);
  });

  it("stands in the rules of its branch with the app it is pinned to", async () => {
    const { octokit } = await openGuarded();

    const { data } = await octokit.rest.repos.getBranchRules({ ...shop, branch: "main" });
    const { data: none } = await octokit.rest.repos.getBranchRules({ ...shop, branch: "topic" });

    expect(data).toMatchObject([
      {
        type: "required_status_checks",
        parameters: { required_status_checks: [{ context: "gate", integration_id: OURS }] },
      },
    ]);
    expect(none).toEqual([]);
  });

  it("goes stale when its run stays open for more than 14 days", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const { octokit, ours, head_sha } = await openGuarded(() => now);
    await ours.rest.checks.create({ ...shop, name: "gate", head_sha });

    now += 14 * 24 * 3_600_000 + 1;

    const { data } = await octokit.rest.checks.listForRef({ ...shop, ref: "topic" });
    expect(data.check_runs).toMatchObject([{ status: "completed", conclusion: "stale" }]);
  });
});

async function openGuarded(now = Date.now) {
  const { sandbox, octokit, as } = await openSandbox({ now });
  sandbox.addToken("ours", { login: "ours[bot]", kind: "integration", appId: OURS });
  sandbox.addToken("other", { login: "other[bot]", kind: "integration", appId: 7 });
  const head_sha = sandbox.commitFiles("acme/shop", "topic", { "a.md": "a" }, "a");
  await octokit.rest.pulls.create({ ...shop, title: "A", head: "topic", base: "main" });
  const requiredChecks = [{ context: "gate", appId: OURS }];
  sandbox.protectBranch("acme/shop", "main", { requiredChecks });
  return { sandbox, octokit, ours: as("ours"), other: as("other"), head_sha };
}

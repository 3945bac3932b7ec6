import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitIssueWriter } from "../../../src/adapters/github/issues/octokit-issue-writer.ts";
import { GitHubError } from "../../../src/core/errors.ts";
import { nockGitHub, repoName } from "../../support/nock-github.ts";

const moved = { location: "https://github.test/api/repositories/1/issues/7" };

afterEach(() => nock.cleanAll());

describe("toGitHubError", () => {
  it.each([
    [401, "Bad credentials", {}, "fix-access", "give a token"],
    [403, "Resource not accessible by integration", {}, "fix-access", 'grant "issues: write"'],
    [403, "Repository was archived so is read-only.", {}, "fix-access", "unarchive"],
    [403, "no", { "x-ratelimit-remaining": "4999" }, "fix-access", 'grant "issues: write"'],
    [403, "API rate limit exceeded", {}, "try-later", "a minute"],
    [403, "You have exceeded a secondary rate limit", {}, "try-later", "a minute"],
    [403, "slow down", { "retry-after": "60" }, "try-later", "in 60 s"],
    [
      403,
      "no",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1767225600" },
      "try-later",
      "after 2026-01-01T00:00:00.000Z",
    ],
    [429, "Too many requests", {}, "try-later", "a minute"],
    [404, "Not Found", {}, "fix-access", 'grant "issues: write"'],
    [409, "Git Repository is empty.", {}, "fix-input", "first commit"],
    [409, "Conflict", {}, "try-later", "run it again"],
    [410, "Issues are disabled for this repo", {}, "fix-access", 'turn on "Issues"'],
    [410, "This issue was deleted", {}, "try-later", "run it again"],
    [422, "Validation Failed", {}, "fix-input", "mend what it names"],
    [422, "body is too long (maximum is 65536 characters)", {}, "fix-input", "shorten"],
    [422, "Repository rule violations found", {}, "fix-access", "rules of the repository"],
    [422, "Parent cannot have more than 100 sub-issues", {}, "fix-input", "take some away"],
    [418, "I am a teapot", {}, "report-bug", "report this"],
    [422, "was submitted too quickly", {}, "try-later", "a minute"],
    [500, "Server Error", {}, "try-later", "run it again"],
    [502, "Bad gateway", {}, "try-later", "run it again"],
    [301, "Moved Permanently", moved, "fix-input", "its new name"],
    [307, "Temporary Redirect", moved, "fix-input", "its new name"],
  ])("sorts %d %s %j as %s", async (status, message, headers, remedy, mend) => {
    const { octokit, github } = nockGitHub();
    github.patch("/repos/octo/shop/issues/7").reply(status, { message }, headers);

    const error = await refusedBy(octokitIssueWriter(octokit, repoName).updateIssue(7, {}));

    expect(error).toMatchObject({ status, remedy });
    expect(error.message).toMatch(/^Cannot update issue #7: GitHub answered \d+ \(.*\); /);
    expect(error.message).toContain(message);
    expect(error.message).toContain(mend);
  });

  it("sends a refused request once", async () => {
    const { octokit, github } = nockGitHub();
    github.patch("/repos/octo/shop/issues/7").reply(503, {});
    github.patch("/repos/octo/shop/issues/7").reply(200, {});

    await refusedBy(octokitIssueWriter(octokit, repoName).updateIssue(7, {}));

    expect(github.pendingMocks()).toHaveLength(1);
  });

  it("takes a broken line for something to try again", async () => {
    const { octokit, github } = nockGitHub();
    github.patch("/repos/octo/shop/issues/7").replyWithError("socket hang up");

    const error = await refusedBy(octokitIssueWriter(octokit, repoName).updateIssue(7, {}));

    expect(error).toMatchObject({ status: 0, remedy: "try-later" });
    expect(error.message).toContain("no answer from GitHub");
  });

  it("takes an answer that broke off for something to try again", async () => {
    const { octokit, github } = nockGitHub();
    github
      .post("/repos/octo/shop/labels")
      .reply(201, '{"id": 7, "node_', { "content-type": "application/json" });
    const label = { name: "wave:1", color: "ffffff", description: "" };

    const error = await refusedBy(octokitIssueWriter(octokit, repoName).createLabel(label));

    expect(error).toMatchObject({ status: 201, remedy: "try-later" });
    expect(error.message).toMatch(/^Cannot create label "wave:1": .* broke off/);
  });

  it("quotes what GitHub says about single fields", async () => {
    const { octokit, github } = nockGitHub();
    const errors = [{ resource: "Issue", field: "body", message: "body is too long" }, "and more"];
    github
      .patch("/repos/octo/shop/issues/7")
      .reply(422, { message: "Validation Failed", errors, documentation_url: "https://docs" });

    const error = await refusedBy(octokitIssueWriter(octokit, repoName).updateIssue(7, {}));

    expect(error.message).toContain("422 (Validation Failed: body is too long: and more);");
  });

  it("keeps the cause, and the token out of it", async () => {
    const { octokit, github } = nockGitHub();
    github.patch("/repos/octo/shop/issues/7").reply(403, { message: "no" });

    const error = await refusedBy(octokitIssueWriter(octokit, repoName).updateIssue(7, {}));

    expect(error.cause).toMatchObject({ status: 403 });
    expect(JSON.stringify(error.cause)).not.toContain("t0ken");
  });
});

async function refusedBy(attempt: Promise<unknown>): Promise<GitHubError> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof GitHubError) return error;
  throw new Error(`expected a GitHubError, got ${String(error)}`);
}

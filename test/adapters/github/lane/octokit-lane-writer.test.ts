import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitLaneWriter } from "../../../../src/adapters/github/lane/octokit-lane-writer.ts";
import { nockGitHub, repoName } from "../../../support/nock-github.ts";

const issueNumber = 7;
const gate = {
  kind: "gate",
  headSha: "5ha",
  title: "Its turn",
  summary: "It may land.",
  externalId: "success #7",
  revokes: ["hold-1"],
} as const;

afterEach(() => nock.cleanAll());

describe("octokitLaneWriter", () => {
  it.each([
    ["success", { status: "completed", conclusion: "success" }],
    ["queued", { status: "queued" }],
  ] as const)("sends a gate of %s as GitHub wants it", async (verdict, state) => {
    const { writer, github } = nockWriter();
    github
      .post("/repos/octo/shop/check-runs", {
        name: "Keysteps gate",
        head_sha: "5ha",
        external_id: "success #7",
        ...state,
        output: { title: "Its turn", summary: "It may land." },
      })
      .reply(201, { id: 1 });

    await writer.send({ ...gate, verdict });

    expect(github.isDone()).toBe(true);
  });

  it.each([
    [{ kind: "add-label", issueNumber, label: "state:claimed" }, "issues: write"],
    [{ kind: "remove-label", issueNumber, label: "state:claimed" }, "issues: write"],
    [{ kind: "live-comment", issueNumber, commentId: undefined, body: "b" }, "issues: write"],
    [{ kind: "live-comment", issueNumber, commentId: 3, body: "b" }, "issues: write"],
    [{ ...gate, verdict: "queued" }, "checks: write"],
  ] as const)("names the permission that %j lacks", async (op, needs) => {
    const { writer, github } = nockWriter();
    const refusal = { message: "Resource not accessible by integration" };
    for (const method of ["POST", "PATCH", "DELETE"])
      github.intercept(/./, method).optionally().reply(403, refusal);

    const attempt = writer.send(op);

    await expect(attempt).rejects.toMatchObject({ remedy: "fix-access", status: 403 });
    await expect(attempt).rejects.toThrow(`grant "${needs}"`);
  });

  it("sends a write once, whatever GitHub answers", async () => {
    const { writer, github } = nockWriter();
    github.post("/repos/octo/shop/check-runs").reply(502, "Bad Gateway");

    await expect(writer.send({ ...gate, verdict: "queued" })).rejects.toMatchObject({
      remedy: "try-later",
    });
    expect(github.isDone()).toBe(true);
  });
});

function nockWriter() {
  const { octokit, github } = nockGitHub();
  const identity = { appId: 1, login: "keysteps[bot]" };
  return { writer: octokitLaneWriter(octokit, repoName, identity), github };
}

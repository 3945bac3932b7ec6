import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitIssueWriter } from "../../../src/adapters/github/issues/octokit-issue-writer.ts";
import { waitOutLimits } from "../../../src/adapters/github/wait-out-limits.ts";
import { noPace } from "../../../src/adapters/system/no-pace.ts";
import { nockGitHub, repoName } from "../../support/nock-github.ts";

const label = { name: "wave:1", color: "0e8a16", description: "" };
const labels = "/repos/octo/shop/labels";
const secondary = { message: "You have exceeded a secondary rate limit" };

afterEach(() => nock.cleanAll());

function patientWriter(patience: number) {
  const { octokit, github } = nockGitHub();
  const waits: number[] = [];
  const afterRefusal = async (waitMs: number) => waits.push(waitMs) <= patience;
  waitOutLimits(octokit, { ...noPace, afterRefusal });
  return { writer: octokitIssueWriter(octokit, repoName), github, waits };
}

describe("waitOutLimits", () => {
  it("waits as long as GitHub asks for and sends the same request again", async () => {
    const { writer, github, waits } = patientWriter(5);
    github.post(labels, label).reply(403, secondary, { "retry-after": "17" });
    github.post(labels, label).reply(429, secondary);
    github.post(labels, label).reply(201, label);

    await writer.createLabel(label);

    expect(waits).toEqual([17_000, 60_000]);
    expect(github.isDone()).toBe(true);
  });

  it("hands the refusal on where there is no patience left, and says how to go on", async () => {
    const { writer, github } = patientWriter(1);
    github.post(labels).twice().reply(403, secondary, { "retry-after": "17" });

    await expect(writer.createLabel(label)).rejects.toMatchObject({
      remedy: "try-later",
      message: expect.stringContaining("run it again in 17 s"),
    });
  });

  it.each([500, 502, 401, 403, 422])("never sends again what was answered %d", async (status) => {
    const { writer, github, waits } = patientWriter(5);
    github.post(labels).reply(status, { message: "no" });
    github.post(labels).reply(201, label);

    await expect(writer.createLabel(label)).rejects.toMatchObject({ status });

    expect(waits).toEqual([]);
    expect(github.pendingMocks()).toHaveLength(1);
  });
});

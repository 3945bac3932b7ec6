import { expect } from "@jest/globals";
import { buildOctokit } from "../../src/adapters/github/build-octokit.ts";
import { octokitLaneReader } from "../../src/adapters/github/lane/octokit-lane-reader.ts";
import { octokitLaneWriter } from "../../src/adapters/github/lane/octokit-lane-writer.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import type { LaneWorld, NewPull } from "./lane-world.ts";

const repoName = { owner: "octo", repo: "shop" };

/** The world on the real adapters, over HTTP, with the rehearsal GitHub behind it. */
export async function startLaneSandbox(): Promise<LaneWorld> {
  let now = Date.UTC(2026, 0, 1);
  const sandbox = await startSandbox({ now: () => now });
  sandbox.createRepository({ owner: "octo", name: "shop", files: { "README.md": "# Shop\n" } });
  const connect = (token: string) =>
    buildOctokit({ auth: token, baseUrl: sandbox.url, version: "0" });
  const person = connect(sandbox.addToken("person", { login: "mona" }));
  const ours = connectApp("keysteps");
  const theirs = connectApp("other");
  const identity = { appId: ours.appId, login: "keysteps[bot]" };
  let branches = 0;
  return {
    reader: octokitLaneReader(ours.octokit, repoName, identity),
    writer: octokitLaneWriter(ours.octokit, repoName, identity),
    commit: (branch, files) => sandbox.commitFiles("octo/shop", branch, files, "a commit"),
    openIssue: async (title) => {
      const { data } = await person.issues.create({ ...repoName, title });
      return { number: data.number, nodeId: data.node_id };
    },
    closeIssue: async (issue_number, state_reason) => {
      await person.issues.update({ ...repoName, issue_number, state: "closed", state_reason });
    },
    assign: async (issue_number, login) => {
      sandbox.addToken(login, { login });
      await person.issues.addAssignees({ ...repoName, issue_number, assignees: [login] });
    },
    label: async (issue_number, name) => {
      await person.issues.addLabels({ ...repoName, issue_number, labels: [name] });
    },
    block,
    openPull,
    merge: async (pull_number) => {
      await person.pulls.merge({ ...repoName, pull_number });
    },
    closePull: async (pull_number) => {
      await person.pulls.update({ ...repoName, pull_number, state: "closed" });
    },
    comment: async (issue_number, body) => {
      await person.issues.createComment({ ...repoName, issue_number, body });
    },
    deleteComment: async (comment_id) => {
      await person.issues.deleteComment({ ...repoName, comment_id });
    },
    forgeRun: async (head_sha, name) => {
      const run = { name, head_sha, status: "completed", conclusion: "success" } as const;
      await theirs.octokit.checks.create({ ...repoName, ...run });
    },
    now: () => now,
    wait: (ms) => {
      now += ms;
    },
    close: async () => {
      await sandbox.close();
      expect(sandbox.faultsOfOurs).toEqual([]);
    },
  };

  function connectApp(slug: string) {
    const { id: appId } = sandbox.createApp({ slug, permissions: {}, events: [] });
    const login = `${slug}[bot]`;
    const token = sandbox.addToken(slug, { login, kind: "integration", appId });
    return { appId, octokit: connect(token) };
  }

  async function block(blocked: number, blocking: number): Promise<void> {
    const { data } = await person.issues.get({ ...repoName, issue_number: blocking });
    await person.issues.addBlockedByDependency({
      ...repoName,
      issue_number: blocked,
      issue_id: Number(data.id),
    });
  }

  async function openPull({ files, base = "main", body = "" }: NewPull) {
    branches += 1;
    const head = `topic-${branches}`;
    const sha = sandbox.commitFiles("octo/shop", head, files, "work");
    const { data } = await person.pulls.create({ ...repoName, title: head, head, base, body });
    return { number: data.number, sha };
  }
}

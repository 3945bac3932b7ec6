import { expect } from "@jest/globals";
import { octokitPlanBranch } from "../../src/adapters/github/branch/octokit-plan-branch.ts";
import { buildOctokit } from "../../src/adapters/github/build-octokit.ts";
import { octokitIssueReader } from "../../src/adapters/github/issues/octokit-issue-reader.ts";
import { octokitIssueWriter } from "../../src/adapters/github/issues/octokit-issue-writer.ts";
import { octokitCommentStore } from "../../src/adapters/github/octokit-comment-store.ts";
import { octokitSourceReader } from "../../src/adapters/github/octokit-source-reader.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { type ContractWorld, logins } from "./contract-world.ts";

const repoName = { owner: "octo", repo: "shop" };
const minuteMs = 60_000;

/** The world on the real adapters, over HTTP, with the rehearsal GitHub behind it. */
export async function startSandboxWorld(): Promise<ContractWorld> {
  let now = Date.UTC(2026, 0, 1);
  const sandbox = await startSandbox({ now: () => now });
  const repository = sandbox.createRepository({ owner: "octo", name: "shop" });
  const connect = (token: string) =>
    buildOctokit({ auth: token, baseUrl: sandbox.url, version: "0" });
  const ours = connect(sandbox.addToken("ours", { login: logins.ours, kind: "integration" }));
  const person = connect(sandbox.addToken("person", { login: logins.person }));
  const owner = connect(sandbox.addToken("owner", { login: logins.owner }));

  return {
    source: octokitSourceReader(ours, repoName),
    issues: octokitIssueReader(ours, repoName),
    writer: octokitIssueWriter(ours, repoName),
    branch: octokitPlanBranch(ours, repoName),
    otherBranch: octokitPlanBranch(person, repoName),
    comments: octokitCommentStore(ours, repoName),
    commit: (changes) => commitTo("main", changes),
    openPull,
    openIssue,
    comment,
    refuseWrites: (when) => {
      const kind = when === "before" ? "error-before" : "error-after";
      sandbox.faults.add({ kind, when: { nthWrite: 1 }, times: Number.POSITIVE_INFINITY });
    },
    recover: () => sandbox.faults.clear(),
    close,
  };

  function commitTo(branch: string, changes: Readonly<Record<string, string | undefined>>): string {
    now += minuteMs;
    const files = Object.entries(changes).map(([path, text]) => [path, text ?? null] as const);
    return sandbox.commitFiles(repository, branch, Object.fromEntries(files), "a commit");
  }

  async function openPull(changes: Readonly<Record<string, string | undefined>>): Promise<number> {
    const head = `topic-${repository.issues.size}`;
    commitTo(head, changes);
    const { data } = await person.request("POST /repos/{owner}/{repo}/pulls", {
      ...repoName,
      title: "A change",
      head,
      base: "main",
    });
    return data.number;
  }

  async function openIssue(title: string, login?: string) {
    const route = "POST /repos/{owner}/{repo}/issues";
    const octokit = login === logins.owner ? owner : person;
    const { data } = await octokit.request(route, { ...repoName, title });
    return { number: data.number, nodeId: data.node_id, databaseId: Number(data.id) };
  }

  async function comment(pullNumber: number, body: string): Promise<void> {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    await person.request(route, { ...repoName, issue_number: pullNumber, body });
  }

  async function close(): Promise<void> {
    await sandbox.close();
    expect(sandbox.faultsOfOurs).toEqual([]);
  }
}

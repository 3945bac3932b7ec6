import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { buildOctokit } from "../../../src/adapters/github/build-octokit.ts";
import { type Answer, readMemory } from "../../../src/adapters/github/read-memory.ts";
import { rememberReads } from "../../../src/adapters/github/remember-reads.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../../src/sandbox/start-sandbox.ts";

const shop = { owner: "octo", repo: "shop" };
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.createRepository({ owner: "octo", name: "shop", files: { "README.md": "# Shop\n" } });
  sandbox.addToken("mona", { login: "mona" });
});
afterEach(async () => {
  await sandbox.close();
  expect(sandbox.faultsOfOurs).toEqual([]);
});

function connect(memory: ReturnType<typeof readMemory>, owner: string) {
  const octokit = buildOctokit({ auth: "mona", baseUrl: sandbox.url, version: "0" });
  rememberReads(octokit, memory, owner);
  return octokit;
}

const statuses = () => sandbox.requests.map(({ status }) => status);
const listIssues = "GET /repos/{owner}/{repo}/issues";

describe("reads that are remembered", () => {
  it("are answered 304 while nothing changes, by whatever connection, and anew after it", async () => {
    const memory = readMemory(100_000);
    const octokit = connect(memory, "7");
    await octokit.rest.issues.create({ ...shop, title: "One" });

    const first = await octokit.request(listIssues, shop);
    const again = await connect(memory, "7").request(listIssues, shop);
    await octokit.rest.issues.create({ ...shop, title: "Two" });
    const changed = await octokit.request(listIssues, shop);

    expect(again).toMatchObject({ status: 200, data: first.data });
    expect(changed.data.map(({ title }: { title: string }) => title)).toEqual(["Two", "One"]);
    expect(statuses()).toEqual([201, 200, 304, 201, 200]);
  });

  it("are nobody else's, and not those of another page", async () => {
    const memory = readMemory(100_000);
    await connect(memory, "7").request(listIssues, shop);

    await connect(memory, "8").request(listIssues, shop);
    await connect(memory, "7").request(listIssues, { ...shop, page: 2 });

    expect(statuses()).toEqual([200, 200, 200]);
  });

  it("say an error as it is", async () => {
    const octokit = connect(readMemory(100_000), "7");
    const read = () => octokit.rest.issues.get({ ...shop, issue_number: 9 });

    await expect(read()).rejects.toMatchObject({ status: 404 });
    await expect(read()).rejects.toMatchObject({ status: 404 });
  });
});

describe("readMemory", () => {
  const answer = (data: string) => ({ data, headers: {}, status: 200, url: "" }) as Answer;

  it("forgets what was asked for longest ago, and takes nothing that is larger than all of it", () => {
    const memory = readMemory(25);
    memory.keep("a", answer("1234567"));
    memory.keep("b", answer("1234567"));
    memory.find("a");

    memory.keep("c", answer("1234567"));
    memory.keep("d", answer("x".repeat(30)));

    const found = ["a", "b", "c", "d"].map((key) => memory.find(key) !== undefined);
    expect(found).toEqual([true, false, true, false]);
  });
});

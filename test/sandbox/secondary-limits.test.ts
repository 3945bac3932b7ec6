import { expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";

const shop = { owner: "acme", repo: "shop" };
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

it("refuses the 81st new content of a minute, says how long to wait, and takes it then", async () => {
  let now = Date.UTC(2026, 0, 1);
  const sandbox = await startSandbox({ now: () => now, hasSecondaryLimits: true });
  sandbox.createRepository({ owner: "acme", name: "shop" });
  const auth = sandbox.addToken("person", { login: "mona" });
  const { rest } = new Octokit({ auth, baseUrl: sandbox.url, log });
  for (let count = 0; count < 80; count++) {
    await rest.issues.create({ ...shop, title: `Issue ${count}` });
    now += 500;
  }

  const refused = rest.issues.create({ ...shop, title: "One too many" });
  await expect(refused).rejects.toMatchObject({
    status: 403,
    response: { headers: { "retry-after": "20" } },
  });
  await rest.issues.update({ ...shop, issue_number: 1, title: "An edit passes" });
  now += 20_000;
  await rest.issues.create({ ...shop, title: "In time" });

  expect(sandbox.issues("acme/shop")).toHaveLength(81);
  await sandbox.close();
});

import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { ProbotOctokit } from "probot";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";
import { signAppToken } from "./sign-app-token.ts";

describe("apps", () => {
  it("prove themselves by a token that they sign and that has not expired", async () => {
    const { as, app } = await openWithApp();
    const now = Math.floor(Date.now() / 1000);
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const foreign = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
    const ask = (token: string) => as(token).rest.apps.getAuthenticated();

    const { data } = await ask(signAppToken(app));
    const refusals = [
      await refusalOf(ask(signAppToken(app, { privateKey: foreign }))),
      await refusalOf(ask(signAppToken({ ...app, id: 7 }))),
      await refusalOf(ask(signAppToken(app, { expiresAt: now - 1 }))),
      await refusalOf(ask(signAppToken(app, { expiresAt: now + 3600 }))),
      await refusalOf(ask(signAppToken(app, { issuedAt: now + 600 }))),
      await refusalOf(ask("write-token")),
    ];

    expect(data).toMatchObject({ id: app.id, slug: "keeper", installations_count: 1 });
    expect(refusals.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
  });

  it("may do with an installation token what they were permitted, and no more", async () => {
    const { as, tokenFor } = await openWithApp();
    const { rest } = as(await tokenFor({}));

    const issue = await rest.issues.create({ ...shop, title: "A" });
    const file = { ...shop, path: "a.md", message: "a", content: "YQ==" };
    const refusal = await refusalOf(rest.repos.createOrUpdateFileContents(file));

    expect(issue.data).toMatchObject({
      user: { login: "keeper[bot]", type: "Bot" },
      performed_via_github_app: { slug: "keeper" },
    });
    expect(refusal).toMatchObject({
      status: 403,
      message: "Resource not accessible by integration",
    });
  });

  it("get a token for less, and none for more than they have", async () => {
    const { as, tokenFor } = await openWithApp();

    const weak = as(await tokenFor({ permissions: { issues: "read" } })).rest;
    const created = await refusalOf(weak.issues.create({ ...shop, title: "A" }));
    const excess = await refusalOf(tokenFor({ permissions: { contents: "write" } }));
    const elsewhere = await refusalOf(tokenFor({ repositories: ["vault"] }));

    expect([created.status, excess.status, elsewhere.status]).toEqual([403, 422, 422]);
  });

  it("see the private repositories they are installed in, and no others", async () => {
    const { sandbox, as, tokenFor } = await openWithApp();
    sandbox.createRepository({ owner: "acme", name: "vault", isPrivate: true });
    const { rest } = as(await tokenFor({}));

    const { data } = await rest.apps.listReposAccessibleToInstallation();
    const refusal = await refusalOf(rest.repos.get({ owner: "acme", repo: "vault" }));

    expect(data.repositories.map((one) => one.full_name)).toEqual(["acme/shop"]);
    expect(refusal.status).toBe(404);
  });

  it("are not found where they are not installed", async () => {
    const { sandbox, as, app } = await openWithApp();
    sandbox.createRepository({ owner: "acme", name: "vault" });
    const { apps } = as(signAppToken(app)).rest;

    const refusal = await refusalOf(apps.getRepoInstallation({ owner: "acme", repo: "vault" }));

    expect(refusal.status).toBe(404);
  });

  it("are at home with Probot's own Octokit, which signs, fetches tokens and calls", async () => {
    const { sandbox, app, installation } = await openWithApp();
    const octokit = new ProbotOctokit({
      baseUrl: sandbox.url,
      auth: { appId: app.id, privateKey: app.privateKey, installationId: installation.id },
      log: { debug() {}, info() {}, warn() {}, error() {} },
      throttle: { enabled: false },
    });

    const { data } = await octokit.rest.issues.create({ ...shop, title: "From an app" });

    expect(data.user?.login).toBe("keeper[bot]");
    expect(sandbox.counts().byOperation).toEqual({
      ...{ "apps/create-installation-access-token": 1, "issues/create": 1 },
    });
  });
});

type Wish = { permissions?: Record<string, "read" | "write">; repositories?: string[] };

async function openWithApp() {
  const { sandbox, as } = await openSandbox();
  const app = sandbox.createApp({ slug: "keeper", permissions: { issues: "write" }, events: [] });
  const installation = sandbox.installApp(app, ["acme/shop"]);
  const tokenFor = async (wish: Wish) => {
    const { apps } = as(signAppToken(app)).rest;
    const sent = { installation_id: installation.id, ...wish };
    return (await apps.createInstallationAccessToken(sent)).data.token;
  };
  return { sandbox, as, app, installation, tokenFor };
}

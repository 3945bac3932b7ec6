import { createHmac } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AppConnection,
  type AppCredentials,
  connectApp,
} from "../../../../../src/adapters/github/lane/app/connect-app.ts";
import { noPace } from "../../../../../src/adapters/system/no-pace.ts";
import type { Sandbox } from "../../../../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../../../../src/sandbox/start-sandbox.ts";

const webhookSecret = "s3cret";
let sandbox: Sandbox;
let installationId: number;
let connection: AppConnection;
let credentials: AppCredentials;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.createRepository({ owner: "octo", name: "shop", files: { "README.md": "# Shop\n" } });
  const permissions = { issues: "write", contents: "read" } as const;
  const app = sandbox.createApp({ slug: "keysteps", webhookSecret, permissions, events: [] });
  installationId = sandbox.installApp(app, ["octo/shop"]).id;
  const { id: appId, privateKey } = app;
  const apiUrl = `${sandbox.url}/`;
  credentials = { appId, privateKey, webhookSecret, apiUrl, version: "0", timeoutMs: 10_000 };
  connection = await connectApp(credentials, () => noPace);
});

afterEach(async () => {
  await sandbox.close();
  expect(sandbox.faultsOfOurs).toEqual([]);
});

describe("connectApp", () => {
  it("names itself and one version of the API to GitHub, and follows nobody elsewhere", async () => {
    const seen: string[] = [];
    const { apiUrl, close } = await serveGitHub((request, response) => {
      const { "x-github-api-version": version, "user-agent": agent = "" } = request.headers;
      seen.push(`${request.url} ${version} ${agent.split(" ")[0]}`);
      const { status, body } = answers[request.url ?? ""] ?? { status: 301, body: {} };
      response.writeHead(status, { "content-type": "application/json", location: "/elsewhere" });
      response.end(JSON.stringify(body));
    });
    const { openLane } = await connectApp({ ...credentials, apiUrl }, () => noPace);

    const { reader } = await openLane("octo/shop", 7);

    await expect(reader.readDefaultBranch()).rejects.toMatchObject({ status: 301 });
    expect(seen).toEqual([
      "/app 2022-11-28 keysteps/0",
      expect.stringContaining("/app/installations/7/access_tokens"),
      "/graphql 2022-11-28 keysteps/0",
    ]);
    close();
  });

  it("is answered 304 for what has not changed since another pass read it, and sees what has", async () => {
    const number = await openIssue();
    const send = { kind: "live-comment", issueNumber: number, commentId: undefined } as const;
    const first = await connection.openLane("octo/shop", installationId);
    await first.writer.send({ ...send, body: "!\none" });
    const read = async () => {
      const { reader } = await connection.openLane("octo/shop", installationId);
      return (await reader.readLiveComment(number, "!"))?.body;
    };
    const statuses = () =>
      sandbox.requests
        .filter(({ operationId }) => operationId === "issues/list-comments")
        .map(({ status }) => status);

    expect([await read(), await read()]).toEqual(["!\none", "!\none"]);
    expect(statuses().slice(-2)).toEqual([200, 304]);
    const { reader, writer } = await connection.openLane("octo/shop", installationId);
    const comment = await reader.readLiveComment(number, "!");
    await writer.send({ ...send, commentId: comment?.id, body: "!\ntwo" });

    expect(await read()).toBe("!\ntwo");
    expect(statuses().at(-1)).toBe(200);
  });

  it("reads and writes as its own bot in the repository of an installation", async () => {
    const { reader, writer } = await connection.openLane("octo/shop", installationId);
    await writer.send({
      kind: "live-comment",
      issueNumber: await openIssue(),
      commentId: undefined,
      body: "!",
    });

    expect(await reader.readDefaultBranch()).toBe("main");
    expect(await reader.readLiveComment(1, "!")).toMatchObject({ body: "!" });
    expect(sandbox.requests.at(-1)?.login).toBe("keysteps[bot]");
  });

  it("asks who it is once, and again if it was not told", async () => {
    const when = ({ path }: { path: string }) => path === "/app";
    sandbox.faults.add({ kind: "error-before", when });

    await expect(connection.openLane("octo/shop", installationId)).rejects.toMatchObject({
      remedy: "try-later",
    });
    await connection.openLane("octo/shop", installationId);
    await connection.openLane("octo/shop", installationId);

    expect(sandbox.requests.filter(({ path }) => path === "/app")).toHaveLength(2);
  });

  it("gives up on a GitHub that does not answer", async () => {
    const { apiUrl, close } = await serveGitHub(() => {});
    const { openLane } = await connectApp({ ...credentials, apiUrl, timeoutMs: 50 }, () => noPace);

    const attempt = openLane("octo/shop", installationId);

    await expect(attempt).rejects.toMatchObject({ remedy: "try-later", status: 0 });
    close();
  });

  it("sends each request once", async () => {
    const { reader } = await connection.openLane("octo/shop", installationId);
    sandbox.faults.add({ kind: "error-before", when: () => true, times: 5 });
    const before = sandbox.requests.length;

    await expect(reader.readDefaultBranch()).rejects.toMatchObject({ remedy: "try-later" });

    expect(sandbox.requests.length - before).toBe(1);
  });

  it("says what GitHub refuses where the installation is gone", async () => {
    const { reader } = await connection.openLane("octo/shop", 12_345);

    await expect(reader.readDefaultBranch()).rejects.toMatchObject({
      remedy: "fix-access",
      status: 404,
    });
  });

  it("knows what GitHub signed", async () => {
    const body = '{"zen":"…"}';
    const hmac = createHmac("sha256", webhookSecret).update(body).digest("hex");

    expect(await connection.isSigned(body, `sha256=${hmac}`)).toBe(true);
    expect(await connection.isSigned(`${body} `, `sha256=${hmac}`)).toBe(false);
    expect(await connection.isSigned(body, "sha256=")).toBe(false);
    expect(await connection.isSigned(body, "")).toBe(false);
    expect(await connection.isSigned("", `sha256=${hmac}`)).toBe(false);
  });
});

const answers: Readonly<Record<string, { readonly status: number; readonly body: object }>> = {
  "/app": { status: 200, body: { slug: "keysteps" } },
  "/app/installations/7/access_tokens": {
    status: 201,
    body: { token: "t0ken", expires_at: "2099-01-01T00:00:00Z", permissions: {} },
  },
};

async function serveGitHub(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { apiUrl, close };
}

async function openIssue(): Promise<number> {
  const token = sandbox.addToken("mona", { login: "mona" });
  const response = await fetch(`${sandbox.url}/repos/octo/shop/issues`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ title: "tracking" }),
  });
  return ((await response.json()) as { number: number }).number;
}

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "@jest/globals";
import { buildOctokit } from "../../../src/adapters/github/build-octokit.ts";
import { readRawFile } from "../../../src/adapters/github/read-raw-file.ts";

it("never takes a text that broke off for the file", async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      "content-type": "application/vnd.github.raw+json; charset=utf-8",
      "content-length": 1000,
    });
    response.write("# Half a sp", () => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const octokit = buildOctokit({ auth: "t", baseUrl: `http://127.0.0.1:${port}`, version: "0" });

  const attempt = readRawFile(octokit, { owner: "octo", repo: "shop" }, "spec.md", "c1");

  await expect(attempt).rejects.toMatchObject({
    name: "GitHubError",
    remedy: "try-later",
    message: expect.stringContaining("Cannot read spec.md at c1: the answer of GitHub broke off"),
  });
  server.close();
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { type BuiltProduct, buildProduct } from "../support/build-product.ts";
import { runCli } from "../support/run-cli.ts";

let product: BuiltProduct;
let folder = "";
let sandbox: Sandbox;

beforeAll(() => {
  product = buildProduct();
});
afterAll(() => product.remove());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "keysteps-tokens-"));
  sandbox = await startSandbox();
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await sandbox.close();
});

describe("a token", () => {
  const secret = `ghp_${"a1B2".repeat(9)}`;

  it.each<readonly [string, readonly string[], object | undefined]>([
    ["that GitHub refuses", [], undefined],
    ["of a server that fails", [], { status: 500, message: `it broke with ${secret}` }],
    ["of a server that answers nonsense", [], { status: 418, message: `teapot ${secret}` }],
    ["of a server that asks to wait", [], { status: 403, message: "secondary rate limit" }],
    ["sent to a server that is not there", ["--api-url", "http://127.0.0.1:9"], undefined],
    [
      "sent to an address with credentials",
      ["--api-url", `http://x:${secret}@127.0.0.1:9`],
      undefined,
    ],
  ])("%s is in no output", async (_, more, fault) => {
    if (fault !== undefined)
      sandbox.faults.add({
        ...fault,
        ...{ kind: "error-before", when: () => true, times: Number.POSITIVE_INFINITY },
      });
    writeFileSync(join(folder, "spec.md"), aSpecText(["1.1", "A"]));
    const env = { GITHUB_TOKEN: secret, GITHUB_API_URL: sandbox.url };
    const args = ["apply", "-f", "spec.md", "--repo", "acme/shop", "--pace", "none", ...more];

    const { exitCode, out, err } = await runCli(product.cli, args, { cwd: folder, env });

    expect(exitCode).toBeGreaterThan(0);
    expect(`${out}${err}`).toMatch(/Cannot|bug/);
    expect(`${out}${err}`).not.toContain(secret.slice(4, 20));
  });

  it.each(["\n", "\r\n", "\t "])("is sent without %j that stands around it", async (space) => {
    writeFileSync(join(folder, "spec.md"), aSpecText(["1.1", "A"]));
    sandbox.createRepository({ owner: "acme", name: "shop", files: { "README.md": "# Shop" } });
    sandbox.addToken(secret, { login: "mona" });
    const env = { GITHUB_TOKEN: `${space}${secret}${space}`, GITHUB_API_URL: sandbox.url };
    const args = ["apply", "-f", "spec.md", "--repo", "acme/shop", "--pace", "none"];

    const { exitCode } = await runCli(product.cli, args, { cwd: folder, env });

    expect(exitCode).toBe(0);
  });

  it.each(["\n", " ", "\u200b", "é"])("with %j in it is refused unshown", async (odd) => {
    writeFileSync(join(folder, "spec.md"), aSpecText(["1.1", "A"]));
    const [head, tail] = ["plainwordofasecret", "anotherwordofasecret"];
    const env = { GITHUB_TOKEN: `${head}${odd}${tail}`, GITHUB_API_URL: sandbox.url };
    const args = ["apply", "-f", "spec.md", "--repo", "acme/shop", "--pace", "none"];

    const { exitCode, out, err } = await runCli(product.cli, args, { cwd: folder, env });

    expect(exitCode).toBe(1);
    expect(`${out}${err}`).toContain("Cannot use the token in GITHUB_TOKEN");
    expect(`${out}${err}`).not.toMatch(/wordofasecret/);
  });
});

import { afterEach, expect } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";

/** A sandbox with the repository `acme/shop`, and an Octokit that may write there. */
export interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly octokit: Octokit;
  /** An Octokit with another token. */
  as(token: string): Octokit;
}

/** Where the tests' repository is. */
export const shop = { owner: "acme", repo: "shop" };

const open = new Set<Sandbox>();

afterEach(async () => {
  const closing = [...open];
  open.clear();
  await Promise.all(closing.map((sandbox) => sandbox.close()));
  expect(closing.flatMap((sandbox) => sandbox.faultsOfOurs)).toEqual([]);
});

/** Opens a sandbox that is closed after the test; a fault of its own fails the test. */
export async function openSandbox(
  options: SandboxOptions & { readonly ownerType?: "User" | "Organization" } = {},
): Promise<OpenSandbox> {
  const { ownerType = "User", ...started } = options;
  const sandbox = await startSandbox(started);
  open.add(sandbox);
  const files = { "README.md": "# Shop\n" };
  sandbox.createRepository({ owner: "acme", name: "shop", ownerType, files });
  sandbox.addToken("write-token", { login: "mona" });
  const as = (auth: string) => new Octokit({ auth, baseUrl: sandbox.url, log: silent });
  return { sandbox, octokit: as("write-token"), as };
}

/** What GitHub answers to a request that it refuses. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ status: number; message: string; errors?: unknown }> {
  try {
    await request;
  } catch (error) {
    const { status, response } = error as RefusedRequest;
    return { ...response?.data, status } as Awaited<ReturnType<typeof refusalOf>>;
  }
  throw new Error("The request was not refused");
}

interface RefusedRequest {
  readonly status: number;
  readonly response?: { readonly data: Record<string, unknown> };
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

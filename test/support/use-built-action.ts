import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { type BuiltProduct, buildProduct } from "./build-product.ts";

/** The built product, and a GitHub to try it on. */
export interface BuiltAction {
  readonly product: BuiltProduct;
  readonly sandbox: Sandbox;
}

/**
 * Builds the product once for a test file, and before each test starts a sandbox with the repository
 * `acme/shop`, the token `ci` of a job and the token `robin` of a person. What the sandbox says at the
 * end of our requests fails the test.
 */
export function useBuiltAction(): BuiltAction {
  let product: BuiltProduct;
  let sandbox: Sandbox;
  beforeAll(() => {
    product = buildProduct();
  });
  afterAll(() => product.remove());
  beforeEach(async () => {
    sandbox = await startSandbox();
    sandbox.createRepository({ owner: "acme", name: "shop", files: { "README.md": "# Shop" } });
    sandbox.addToken("ci", { login: "github-actions[bot]", kind: "integration" });
    sandbox.addToken("robin", { login: "robin" });
  });
  afterEach(async () => {
    await sandbox.close();
    expect(sandbox.faultsOfOurs).toEqual([]);
  });
  return {
    get product() {
      return product;
    },
    get sandbox() {
      return sandbox;
    },
  };
}

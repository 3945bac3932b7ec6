import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { resolve } from "node:path";

/** A build of the product of one's own, beside the sources, since CLI and App look for packages and examples from there. */
export interface BuiltProduct {
  /** The built Action. */
  readonly action: string;
  /** The built CLI. */
  readonly cli: string;
  remove(): void;
}

/** Builds Action, CLI and App as `npm run build` does, into a folder that goes again. */
export function buildProduct(): BuiltProduct {
  const folder = mkdtempSync(resolve(".e2e-"));
  execFileSync(process.execPath, ["scripts/build.mjs", folder], { stdio: "pipe" });
  return {
    action: `${folder}/action/main.js`,
    cli: `${folder}/cli/main.js`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

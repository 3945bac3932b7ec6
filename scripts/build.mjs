// Fills dist/ (or the folder given): the Action all in one file, since a runner has no node_modules; CLI and App with
// their packages outside, since PGlite keeps files beside its code.
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { readRules } from "./read-rules.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const requireBanner =
  "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);";

const [out = "dist"] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  define: {
    KEYSTEPS_VERSION: JSON.stringify(version),
    KEYSTEPS_RULES: JSON.stringify(JSON.stringify(readRules())),
  },
  logLevel: "warning",
};
await Promise.all([
  build({
    ...shared,
    entryPoints: ["src/entry/action/main.ts"],
    outfile: `${out}/action/main.js`,
    banner: { js: requireBanner },
    // Native parsers cannot be part of a file; where they are not installed, the Action does without.
    external: ["@ast-grep/*"],
  }),
  build({
    ...shared,
    entryPoints: { "cli/main": "src/entry/cli/main.ts", "app/main": "src/entry/app/main.ts" },
    outdir: out,
    packages: "external",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  }),
]);
chmodSync(`${out}/cli/main.js`, 0o755);
console.error(`built ${out}/action/main.js, ${out}/cli/main.js, ${out}/app/main.js`);

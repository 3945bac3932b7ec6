// Fills dist/ (or the folder given): the Action with all its packages, since a runner has no node_modules, and made
// small, since every run reads it anew; what few runs need is in files of its own. CLI and App have their packages
// outside, since PGlite keeps files beside its code.
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
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
/** Zod brings its messages in fifty languages; the Action speaks English. */
const oneLanguage = {
  name: "one-language",
  setup: ({ onLoad }) =>
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    })),
};
await Promise.all([
  build({
    ...shared,
    entryPoints: { main: "src/entry/action/main.ts" },
    outdir: `${out}/action`,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    banner: { js: requireBanner },
    minify: true,
    plugins: [oneLanguage],
    // Of @actions/core only OIDC talks HTTP; the Action asks for no such token.
    alias: {
      "@actions/http-client": resolve("scripts/no-http-client.mjs"),
      "@actions/http-client/lib/auth": resolve("scripts/no-http-client.mjs"),
    },
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

// Takes the pictures of docs/pictures anew: npm run pictures. Wants a Chromium.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const outfile = join("node_modules", ".cache", "pictures.mjs");
await build({
  entryPoints: [join("scripts", "pictures.ts")],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "error",
});
const { run } = await import(pathToFileURL(outfile).href);
process.exitCode = await run();

// Writes docs/schemas/ from the schemas in src/core/model/artifact: npm run schemas.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const outfile = join("node_modules", ".cache", "schemas", "render-schemas.mjs");
await build({
  entryPoints: [join("scripts", "render-schemas.ts")],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "error",
});
const { renderSchemas } = await import(pathToFileURL(outfile).href);
for (const [path, text] of renderSchemas()) writeFileSync(path, text);

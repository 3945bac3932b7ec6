import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** What a TypeScript file under scripts/ exports, bundled with what it imports; packages stay outside. */
export async function importBundled(...path) {
  const outfile = join("node_modules", ".cache", "scripts", `${path.join("-")}.mjs`);
  await build({
    entryPoints: [join("scripts", ...path)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}

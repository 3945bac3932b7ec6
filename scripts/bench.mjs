// Runs one benchmark: npm run bench -- <name> [arguments]. Each prints its figures beside a peer or a
// limit of the same run and ends with 1 where a limit is missed.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { importBundled } from "./import-bundled.mjs";

const folder = join("scripts", "bench");
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith(".bench.ts") ? file.slice(0, -".bench.ts".length) : [],
);
const [name, ...args] = process.argv.slice(2);

if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run bench -- <name> [arguments]; names: ${names.join(", ")}`);
  process.exitCode = 1;
} else {
  const { run } = await importBundled("bench", `${name}.bench.ts`);
  process.exitCode = await run(args);
}

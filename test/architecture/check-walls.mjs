// Runs the walls over src/, and looks for clock, randomness and process in the core, which no import
// shows. A run that read no modules is a failure, not a pass.
import { readFileSync } from "node:fs";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { walls } from "./walls.mjs";

const tsConfig = extractTSConfig("tsconfig.json");
const options = {
  ruleSet: { forbidden: walls },
  validate: true,
  tsPreCompilationDeps: true,
  doNotFollow: { path: "node_modules" },
  enhancedResolveOptions: {
    exportsFields: ["exports"],
    conditionNames: ["import", "node", "default", "types"],
  },
};
const { output } = await cruise(["src"], options, undefined, { tsConfig });
const { violations, totalCruised } = output.summary;
const own = output.modules.filter(({ source }) => source.startsWith("src/"));

for (const { from, to, rule } of violations) {
  console.log(
    `${rule.name}: ${from} → ${to}\n  ${walls.find(({ name }) => name === rule.name)?.comment ?? ""}`,
  );
}
const impure = own
  .filter(({ source }) => source.startsWith("src/core/"))
  .filter(({ source }) =>
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\.now\(/.test(
      readFileSync(source, "utf8"),
    ),
  );
for (const { source } of impure) console.log(`the core has no clock, chance or process: ${source}`);
const unread = own.filter(({ couldNotResolve }) => couldNotResolve);
for (const { source } of unread) console.log(`cannot be resolved: ${source}`);
if (own.length < 50)
  console.log(`only ${own.length} modules of src were read: the walls were not checked`);
console.log(
  `${own.length} modules of src, ${totalCruised} in all, ${violations.length} walls broken`,
);
process.exitCode =
  violations.length + unread.length + impure.length === 0 && own.length >= 50 ? 0 : 1;

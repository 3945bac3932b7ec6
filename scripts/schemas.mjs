// Writes docs/schemas/ from the schemas in src/core/model/artifact: npm run schemas.
import { writeFileSync } from "node:fs";
import { importBundled } from "./import-bundled.mjs";

const { renderSchemas } = await importBundled("render-schemas.ts");
for (const [path, text] of renderSchemas()) writeFileSync(path, text);

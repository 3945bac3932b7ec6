// Takes the pictures of docs/pictures anew: npm run pictures. Wants a Chromium.
import { importBundled } from "./import-bundled.mjs";

const { run } = await importBundled("pictures.ts");
process.exitCode = await run();

import { createInterface } from "node:readline";
import { occupyDirectory } from "../../../../src/adapters/store/connect/occupy-directory.ts";

/** Takes a directory when it is told to, says how that ended, and keeps it until its input ends. */
const [directory = ""] = process.argv.slice(2);
console.log("ready");
for await (const _line of createInterface({ input: process.stdin })) {
  try {
    occupyDirectory(directory);
    console.log("mine");
  } catch (error) {
    console.log(error instanceof Error ? error.name : String(error));
  }
}

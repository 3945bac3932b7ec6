// The lock must be complete (every dependency of every package is in it, or `npm ci` fails on
// another platform) and must hold no download addresses.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const faults = [];
for (const [path, entry] of Object.entries(packages)) {
  if (/^(https?|git)/.test(entry.resolved ?? "")) faults.push(`${path} holds an address`);
  for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
    if (!isThere(path, name))
      faults.push(`${path || "the project"} needs ${name}, which is not in the lock`);
  }
}
if (Object.keys(packages).length < 2) faults.push("the lock is empty");
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Looks the way Node does: in the package's own node_modules, then in those around it. */
function isThere(path, name) {
  for (
    let folder = path;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))
  ) {
    if (packages[`${folder}${folder ? "/" : ""}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

// The whole check: build, types, lint, walls, dead code, lock, then jest. Each check that is not jest
// counts as one; the last line adds jest's tests to them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const bin = (name) => join("node_modules", ".bin", name);
const checks = [
  { name: "build", command: [process.execPath, "scripts/build.mjs"] },
  { name: "types", command: [bin("tsc"), "--noEmit", "-p", "."] },
  { name: "lint", command: [bin("biome"), "ci", "--error-on-warnings", "."] },
  { name: "walls", command: [process.execPath, "test/architecture/check-walls.mjs"] },
  { name: "dead code", command: [bin("knip")] },
  { name: "lock", command: [process.execPath, "scripts/check-lock.mjs"] },
];
const total = { passed: 0, failed: 0 };

for (const { name, command } of checks) {
  const [file, ...args] = command;
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: "utf8" });
  const isOk = status === 0;
  total[isOk ? "passed" : "failed"]++;
  console.log(`${isOk ? "ok    " : "FAILED"} ${name}`);
  if (!isOk) console.log([stdout, stderr, error?.message].filter(Boolean).join("\n"));
}

const folder = mkdtempSync(join(tmpdir(), "keysteps-check-"));
const report = join(folder, "jest.json");
const nodeFlags = ["--no-warnings", "--experimental-vm-modules"];
const jestArgs = ["--json", `--outputFile=${report}`, "--maxWorkers=100%"];
const jest = [...nodeFlags, "node_modules/jest/bin/jest.js", ...jestArgs];
const { status } = spawnSync(process.execPath, jest, { stdio: ["ignore", "ignore", "inherit"] });
addJest();
rmSync(folder, { recursive: true, force: true });

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Adds jest's counts; a run that wrote no report, ran no test or ended badly is a failure by itself. */
function addJest() {
  try {
    const result = JSON.parse(readFileSync(report, "utf8"));
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    if (status === 0 || result.numFailedTests + result.numRuntimeErrorTestSuites > 0) {
      if (result.numPassedTests > 0) return;
    }
  } catch (error) {
    console.log(`jest left no report: ${error.message}`);
  }
  total.failed++;
}

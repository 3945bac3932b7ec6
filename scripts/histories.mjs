/**
 * Lives through random histories of the coordinator in memory: more than `npm test` does, and others.
 *
 *   npm run histories -- [count] [seed]
 */
import { spawnSync } from "node:child_process";

const [count = "10000", seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
console.log(`${count} histories, seed ${seed}`);
const jest = ["--no-warnings", "--experimental-vm-modules", "node_modules/jest/bin/jest.js"];
const { status } = spawnSync(
  process.execPath,
  [...jest, "test/histories/in-memory", "--testTimeout", "36000000"],
  {
    stdio: "inherit",
    env: { ...process.env, KEYSTEPS_HISTORIES: count, KEYSTEPS_SEED: seed },
  },
);
process.exitCode = status ?? 1;

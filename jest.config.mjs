/** jest on native ES modules; esbuild strips the types. */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/src", "<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "^.+\\.ts$": "<rootDir>/test/support/esbuild-transform.mjs" },
  setupFiles: ["<rootDir>/test/support/seed-properties.mjs"],
  // ES modules of finished test files stay in a worker; beyond that a new one is faster than its garbage collector.
  workerIdleMemoryLimit: "1200MB",
  // A guard against what hangs, not a measure of speed: machines are shared.
  testTimeout: 240_000,
};

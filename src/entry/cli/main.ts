#!/usr/bin/env node
import { describeError } from "../describe-error.ts";
import { exitCodeOfError } from "../exit-code.ts";
import { buildProgram } from "./build-program.ts";
import { processStreams } from "./streams.ts";

// whoever reads the pipe may have seen enough, as `head` does: that is no fault
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await buildProgram(processStreams).parseAsync();
} catch (error) {
  processStreams.err(`error: ${describeError(error)}`);
  process.exitCode = exitCodeOfError(error);
}

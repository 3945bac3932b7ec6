#!/usr/bin/env node
import { describeError } from "../describe-error.ts";
import { exitCodeOfError } from "../exit-code.ts";
import { buildProgram } from "./build-program.ts";
import { processStreams } from "./streams.ts";

try {
  await buildProgram(processStreams).parseAsync();
} catch (error) {
  processStreams.err(`error: ${describeError(error)}`);
  process.exitCode = exitCodeOfError(error);
}

import { setFailed } from "@actions/core";
import { describeError } from "../describe-error.ts";
import { exitCodeOfError } from "../exit-code.ts";
import { readEvent } from "./read-event.ts";
import { runAction } from "./run-action.ts";

try {
  const code = await runAction({
    event: readEvent(),
    repository: process.env.GITHUB_REPOSITORY ?? "",
    apiUrl: process.env.GITHUB_API_URL || undefined,
    workflow: readWorkflow(),
  });
  process.exitCode = code;
} catch (error) {
  setFailed(describeError(error));
  process.exitCode = exitCodeOfError(error);
}

function readWorkflow() {
  const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = process.env;
  return id && attempt ? { id, attempt: Number(attempt) } : undefined;
}

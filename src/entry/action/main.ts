import { setFailed } from "@actions/core";
import { context } from "@actions/github";
import { describeError } from "../describe-error.ts";
import { exitCodeOfError } from "../exit-code.ts";
import { runAction } from "./run-action.ts";

try {
  const code = await runAction({
    event: { name: context.eventName, payload: context.payload },
    repository: process.env.GITHUB_REPOSITORY ?? "",
    apiUrl: process.env.GITHUB_API_URL || undefined,
  });
  process.exitCode = code;
} catch (error) {
  setFailed(describeError(error));
  process.exitCode = exitCodeOfError(error);
}

import { info } from "@actions/core";
import { stripInvisible } from "../../core/text/strip-invisible.ts";

/**
 * Prints a line to the job's log. Texts of specs and names of files stand in it: they must not be
 * taken for a command of the runner, which it finds at the start of a line (`::…`) and, in its old
 * form, anywhere (`##[…]`).
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function say(line: string): void {
  info(
    `› ${stripInvisible(line)
      .replace(/[\r\n]+/g, " ")
      .replaceAll("##[", "## [")
      .replaceAll("::", ": :")}`,
  );
}

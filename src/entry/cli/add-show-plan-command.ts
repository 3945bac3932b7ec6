import { basename, dirname, join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { listNames } from "../../adapters/disk/list-names.ts";
import { writePlanFolder } from "../../adapters/disk/write-plan-folder.ts";
import { showPlan } from "../../flows/show-plan.ts";
import { compileTools } from "../wiring.ts";
import { readPlanFiles } from "./read-plan-files.ts";
import { renderFindings } from "./render-findings.ts";
import type { Streams } from "./streams.ts";
import { stripControls } from "./strip-controls.ts";

interface Flags {
  /** `true` without a file of its own. */
  readonly html?: string | true;
}

/** `tasks show-plan`: a plan in a screenful of text, or as a page with graph, schedule and waves. */
export function addShowPlanCommand(program: Command, { out, err }: Streams): void {
  program
    .command("show-plan")
    .summary("show a plan as text or as a page")
    .description(
      "Shows what a plan holds: counts, hours, what may start, waves and what makes it longer. With --html writes one page with graph, schedule, waves and filters that asks for nothing from the network.",
    )
    .argument("<plan-path>", "a plan's folder, or - for standard input: its path, or its files")
    .addOption(
      new Option(
        "--html [file]",
        "write the page, to report.html in the plan's folder if left out",
      ).env("TASKS_HTML"),
    )
    .addHelpText(
      "after",
      `
Exit codes: 0 shown, 1 cannot be read.

Examples:
  $ tasks show-plan ./tasks_output
  $ tasks plan -f spec.md | tasks show-plan -
  $ tasks show-plan ./tasks_output --html
  $ tasks show-plan ./tasks_output --html plan.html`,
    )
    .action(async (path: string, { html }: Flags) => {
      const { place, files } = await readPlanFiles(path);
      const shown = showPlan(files, compileTools);
      if (!("lines" in shown)) {
        for (const line of renderFindings(shown)) err(line);
        err(`Cannot show the plan in ${place}: mend the files named above, or plan the spec again`);
        process.exitCode = 1;
        return;
      }
      if (html === undefined) {
        for (const line of shown.lines) out(stripControls(line));
        return;
      }
      const wanted = html === true ? (place === "-" ? "." : place) : html;
      const isFolder = html === true || (await listNames(wanted)) !== undefined;
      const file = isFolder ? join(wanted, "report.html") : wanted;
      await writePlanFolder(dirname(file), new Map([[basename(file), shown.toPage()]]));
      out(resolve(file));
    });
}

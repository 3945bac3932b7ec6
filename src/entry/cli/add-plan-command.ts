import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { tasksLayouts } from "../../core/model/tasks-layout.ts";
import { joinFiles } from "../../core/text/join-files.ts";
import { abortedExitCode, exitCodeOfFindings } from "../exit-code.ts";
import { addCodeOptions } from "./code-options.ts";
import { type PlanRequest, planOnce } from "./plan-once.ts";
import { addPlanOptions } from "./plan-options.ts";
import type { SpecInput } from "./read-spec-source.ts";
import { review } from "./review.ts";
import type { Streams } from "./streams.ts";

interface Flags extends PlanRequest {
  readonly planDoc?: string;
  readonly stdout: "path" | "fenced";
  readonly interactive?: boolean;
}

/** `tasks plan`: a spec file becomes a folder of artifacts; its path goes to stdout, all else to stderr. */
export function addPlanCommand(program: Command, streams: Streams): void {
  const { out, err } = streams;
  const command = program
    .command("plan")
    .summary("plan a spec and write the artifacts")
    .description(
      "Plans a spec and writes the artifacts. Prints the plan's folder on stdout, so pipes work, and findings on stderr.",
    )
    .argument("[description]", "the spec itself, or the path of a file or folder")
    .addOption(
      new Option(
        "-f, --plan-doc <path>",
        "spec to plan: a file, a folder, or - for standard input",
      ).env("TASKS_PLAN_DOC"),
    )
    .addOption(
      new Option("-o, --output-dir <folder>", "where the artifacts go")
        .env("TASKS_OUTPUT_DIR")
        .default("./tasks_output/"),
    )
    .addOption(
      new Option("--stdout <what>", "print the folder's path, or the files themselves")
        .env("TASKS_STDOUT")
        .choices(["path", "fenced"])
        .default("path"),
    )
    .addOption(
      new Option("--strict", "infer nothing: what T.A.S.K.S v3 wants of a task must be stated").env(
        "TASKS_STRICT",
      ),
    )
    .addOption(
      new Option("--tasks-md <layout>", "also write the tasks as a document for people, tasks.md")
        .env("TASKS_TASKS_MD")
        .choices(tasksLayouts),
    )
    .addOption(
      new Option("--preset <end>", "what building tasks are asked for besides")
        .env("TASKS_PRESET")
        .choices(["mvp", "hardening"]),
    )
    .addOption(
      new Option("-i, --interactive", "ask what is to become of the plan").env("TASKS_INTERACTIVE"),
    )
    .addOption(new Option("-v, --verbose", "tell what was read and decided").env("TASKS_VERBOSE"))
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 input cannot be read, 2 code cannot be looked at, 3 cycle, 4 a task needs more than a capacity, 5 any other error in the spec, 9 given up by the reviewer.

Examples:
  $ tasks plan specs/shop/tasks.md
  $ tasks plan --plan-doc .claude/epics/login
  $ gh issue view 12 --json body --jq .body | tasks plan -f -
  $ tasks plan -f spec.md -o plans/shop --max-wave-size 8
  $ tasks plan -f notes.md --tasks-md breakdown
  $ tasks plan -f spec.md --interactive
  $ tasks plan -f spec.md | tasks validate-plan -
  $ tasks plan -f spec.md --stdout fenced > plan.txt`,
    );
  addCodeOptions(addPlanOptions(command), "./");
  command.action(async (description: string | undefined, flags: Flags) => {
    const input = chooseInput(description, flags.planDoc, command.getOptionValueSource("planDoc"));
    if (input.planDoc !== undefined && input.description !== undefined)
      err(`Planning ${input.planDoc}; the description beside it is not read.`);
    let planned = await planOnce(input, flags, streams);
    if (flags.interactive === true) {
      const isApproved = await review(
        { outputDir: flags.outputDir, isPiped: input.planDoc === "-" },
        {
          plan: async () => {
            planned = await planOnce(input, flags, streams);
          },
          listFiles: () => planned.files,
          tell: err,
        },
      );
      if (!isApproved) {
        err(`Given up; the plan that was made stays in ${flags.outputDir}.`);
        process.exitCode = abortedExitCode;
        return;
      }
    }
    const { compiled } = planned;
    if (flags.stdout === "fenced") out(joinFiles(compiled.artifacts).trimEnd());
    else out(resolve(flags.outputDir));
    process.exitCode = exitCodeOfFindings(compiled.diagnostics);
  });
}

/** `--plan-doc` stands in the description's place, and the description above a variable. */
function chooseInput(
  description: string | undefined,
  planDoc: string | undefined,
  source: string | undefined,
): SpecInput {
  const isOverruled = description !== undefined && source === "env";
  return { description, planDoc: isOverruled ? undefined : planDoc };
}

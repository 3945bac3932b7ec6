import { type Command, Option } from "commander";
import type { Severity } from "../../core/model/diagnostic.ts";
import { lintSpecs } from "../../flows/lint-specs.ts";
import { compileTools } from "../wiring.ts";
import { findLintTargets } from "./find-lint-targets.ts";
import { formats } from "./findings/formats.ts";
import { readSpecSource } from "./read-spec-source.ts";
import type { Streams } from "./streams.ts";

const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

interface Flags {
  readonly format: keyof typeof formats;
  readonly failOn: Severity | "never";
}

/** `tasks lint`: what is wrong or doubtful in specs, without planning or writing anything. */
export function addLintCommand(program: Command, { out }: Streams): void {
  program
    .command("lint")
    .summary("find what is wrong in specs")
    .description(
      "Reads specs as planning does and tells what is wrong or doubtful in them, on stdout. Writes nothing.",
    )
    .argument("[paths...]", "files, folders, globs, or - for standard input; . if left out")
    .addOption(
      new Option("--format <format>", "how findings are told")
        .env("TASKS_LINT_FORMAT")
        .choices(Object.keys(formats))
        .default("text"),
    )
    .addOption(
      new Option("--fail-on <severity>", "the least that makes the command fail")
        .env("TASKS_FAIL_ON")
        .choices([...Object.keys(weights), "never"])
        .default("error"),
    )
    .addHelpText(
      "after",
      `
Exit codes: 0 nothing of that severity, 1 input cannot be read, 5 something was found.

Examples:
  $ tasks lint
  $ tasks lint specs/shop 'docs/**/*-tasks.md' --fail-on warning
  $ git show main:specs/shop/tasks.md | tasks lint -
  $ tasks lint --format sarif > keysteps.sarif`,
    )
    .action(async (paths: readonly string[], { format, failOn }: Flags) => {
      const targets = await findLintTargets(paths);
      const sources = [];
      for (const planDoc of targets) {
        const source = await readSpecSource({ description: undefined, planDoc });
        sources.push({ ...source, overrides: {}, record: undefined });
      }
      const report = {
        kind: "spec" as const,
        paths: sources.map(({ path }) => path),
        diagnostics: lintSpecs(sources, compileTools),
      };
      const text = formats[format](report);
      if (text !== "") out(text);
      const isBad = ({ severity }: { severity: Severity }) =>
        failOn !== "never" && weights[severity] >= weights[failOn];
      process.exitCode = report.diagnostics.some(isBad) ? 5 : 0;
    });
}

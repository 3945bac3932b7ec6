import type { Command } from "commander";

interface Flags {
  readonly spec?: string;
  readonly keep?: boolean;
}

/** `tasks demo`: the main job from spec to linked issues, on a GitHub to rehearse on. */
export function addDemoCommand(program: Command): void {
  program
    .command("demo")
    .summary("watch a spec become a plan and linked issues")
    .description(
      "Starts a stand-in for GitHub on this machine and plays the whole job on it: a pull request with a spec, its plan, the issues, and a team that finishes them under the App's gate. Needs no account and no network.",
    )
    .option("--spec <file>", "another spec than the shop's")
    .option("--keep", "leave the stand-in and the App up at the end")
    .addHelpText(
      "after",
      "\nExit codes: 0 the story came to its end, else that of the Action.\n\nExamples:\n  $ tasks demo\n  $ tasks demo --spec specs/mine/tasks.md\n  $ tasks demo --keep",
    )
    .action(async (flags: Flags) => {
      const { runDemo } = await import("../demo/run-demo.ts");
      process.exitCode = await runDemo({ specFile: flags.spec, isKept: flags.keep === true });
    });
}

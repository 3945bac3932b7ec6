import { Argument, type Command } from "commander";
import { describeCommand } from "./completion/describe-command.ts";
import { renderCompletion, shells } from "./completion/render-completion.ts";
import type { Streams } from "./streams.ts";

/** `tasks completion`: a script for the shell. Add it last: it completes the commands there are. */
export function addCompletionCommand(program: Command, { out }: Streams): void {
  program
    .command("completion")
    .summary("print a script that makes your shell complete")
    .description("Prints a script that makes a shell complete commands, flags and their values.")
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 another shell.

Examples:
  $ source <(tasks completion bash)
  $ tasks completion zsh > "\${fpath[1]}/_tasks"
  $ tasks completion fish > ~/.config/fish/completions/tasks.fish`,
    )
    .action((shell: (typeof shells)[number]) => {
      out(renderCompletion(shell, program.commands.map(describeCommand)));
    });
}

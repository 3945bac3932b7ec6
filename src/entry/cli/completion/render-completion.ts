import type { CompletedCommand } from "./completed-command.ts";
import { renderBash } from "./render-bash.ts";
import { renderFish } from "./render-fish.ts";
import { renderZsh } from "./render-zsh.ts";

const programs = ["tasks", "keysteps"];

/** Shells that completion can be written for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** A script that makes a shell complete commands, flags in both forms, their values, plans and files. */
export function renderCompletion(
  shell: (typeof shells)[number],
  commands: readonly CompletedCommand[],
): string {
  const render = { bash: renderBash, zsh: renderZsh, fish: renderFish }[shell];
  return render(programs, commands);
}

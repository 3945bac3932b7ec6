import type { CompletedCommand, CompletedOption, CompletedValue } from "./completed-command.ts";
import { quoteWord } from "./quote-word.ts";

/** For fish from 3.0 on. */
export function renderFish(
  programs: readonly string[],
  commands: readonly CompletedCommand[],
): string {
  const lines = programs.flatMap((program) => [
    `complete -c ${program} -f`,
    ...commands.flatMap((command) => renderCommand(program, command)),
  ]);
  return `function __tasks_plans
  for folder in */ plans/*/ plans/archive/*/
    test -f $folder/tasks.json; and string trim --right --chars=/ -- $folder
  end
  __fish_complete_directories
end
${lines.join("\n")}`;
}

function renderCommand(
  program: string,
  { name, summary, options, arguments: [first] }: CompletedCommand,
): readonly string[] {
  const seen = `complete -c ${program} -n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c ${program} -n __fish_use_subcommand -a ${name} -d ${quoteWord(summary)}`,
    ...options.map((option) => `${seen} ${renderOption(option)}`),
    ...(first === undefined || first.kind === "text" ? [] : [`${seen} ${offer(first)}`]),
  ];
}

function renderOption({
  long,
  short,
  description,
  value,
  isValueOptional,
}: CompletedOption): string {
  return [
    `-l ${long.slice(2)}`,
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    ...(value === undefined || isValueOptional ? [] : ["-r"]),
    ...(value === undefined || value.kind === "text" ? [] : [offer(value)]),
    `-d ${quoteWord(description)}`,
  ].join(" ");
}

function offer({ kind, choices }: CompletedValue): string {
  if (kind === "choices") return `-f -a ${quoteWord(choices.join(" "))}`;
  if (kind === "plans") return "-f -a '(__tasks_plans)'";
  return kind === "folders" ? "-f -a '(__fish_complete_directories)'" : "-F";
}

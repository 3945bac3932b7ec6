import type { CompletedCommand, CompletedValue } from "./completed-command.ts";

/**
 * For bash from 3.2 on, with bash-completion and without. Names of files stay whole whatever is in
 * them, and a word that is also a folder's name, such as `plan`, stays a word.
 */
export function renderBash(
  programs: readonly string[],
  commands: readonly CompletedCommand[],
): string {
  const names = commands.map(({ name }) => name).join(" ");
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ long, short, value }) =>
      value === undefined
        ? []
        : [
            `    ${[long, ...(short ? [short] : [])].map((flag) => `"${name} ${flag}"`).join("|")}) ${offer(value)}; return ;;`,
          ],
    ),
  );
  const flags = commands.map(({ name, options }) => {
    const words = options.flatMap(({ long, short }) => [long, ...(short ? [short] : [])]);
    return `      ${name}) _tasks_words "${words.join(" ")}" ;;`;
  });
  return `_tasks_words() {
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}
_tasks_paths() {
  local name
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen "$1" -- "$current")
}
_tasks_plans() {
  local folder
  compopt -o filenames 2>/dev/null
  for folder in tasks_output plans/* plans/archive/* "$current"*; do
    folder="\${folder%/}"
    if [[ "$folder" == "$current"* && -f "$folder/tasks.json" && " \${COMPREPLY[*]} " != *" $folder "* ]]; then
      COMPREPLY+=("$folder")
    fi
  done
  if [ "\${#COMPREPLY[@]}" -eq 0 ]; then _tasks_paths -d; fi
}
_tasks() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$current" = "=" ]; then
    current=""
  elif [ "$previous" = "=" ] && [ "$COMP_CWORD" -gt 2 ]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    _tasks_words "${names} help --help --version"
    return
  fi
  case "$command $previous" in
${values.join("\n")}
  esac
  case "$current" in
    -*)
      case "$command" in
${flags.map((line) => `  ${line}`).join("\n")}
      esac
      return ;;
  esac
  case "$command" in
    help) _tasks_words "${names}" ;;
${commands.map(({ name, arguments: [first] }) => `    ${name}) ${first === undefined ? ":" : offer(first)} ;;`).join("\n")}
  esac
}
complete -F _tasks ${programs.join(" ")}`;
}

function offer({ kind, choices }: CompletedValue): string {
  if (kind === "choices") return `_tasks_words "${choices.join(" ")}"`;
  if (kind === "plans") return "_tasks_plans";
  if (kind === "folders") return "_tasks_paths -d";
  return kind === "files" ? "_tasks_paths -f" : ":";
}

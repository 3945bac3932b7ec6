import type { CompletedCommand, CompletedOption, CompletedValue } from "./completed-command.ts";
import { quoteWord } from "./quote-word.ts";

/** For zsh, from a folder of `fpath` or sourced after `compinit`. */
export function renderZsh(
  programs: readonly string[],
  commands: readonly CompletedCommand[],
): string {
  const names = commands.map(({ name, summary }) => quoteWord(`${name}:${summary}`)).join(" ");
  return `#compdef ${programs.join(" ")}
_tasks_plans() {
  local -a plans
  plans=(\${(f)"$(print -lr -- *(N/) plans/*(N/) plans/archive/*(N/))"})
  plans=(\${^plans}(Ne:'[[ -f $REPLY/tasks.json ]]':))
  (( $#plans )) && compadd -f -- $plans
  _files -/
}
_tasks() {
  local -a commands
  commands=(${names})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
    help) _describe command commands ;;
${commands.map(renderCommand).join("\n")}
  esac
}
if [[ "$funcstack[1]" == _tasks ]]; then _tasks "$@"; else compdef _tasks ${programs.join(" ")}; fi`;
}

function renderCommand({
  name,
  options,
  arguments: all,
  isLastRepeated,
}: CompletedCommand): string {
  const specs = [
    ...options.map(renderOption),
    ...all.map((value, place) => {
      const place_ = isLastRepeated && place === all.length - 1 ? "*" : `${place + 1}`;
      return quoteWord(`${place_}:${renderValue(value)}`);
    }),
  ];
  return `    ${name}) _arguments -S ${specs.join(" ")} ;;`;
}

function renderOption({
  long,
  short,
  description,
  value,
  isValueOptional,
}: CompletedOption): string {
  const text = `[${escapeSpec(description)}]`;
  const rest =
    value === undefined ? text : `${text}${isValueOptional ? "::" : ":"}${renderValue(value)}`;
  const long_ = value === undefined ? long : `${long}=`;
  if (short === undefined) return quoteWord(`${long_}${rest}`);
  const short_ = value === undefined ? short : `${short}+`;
  return `${quoteWord(`(${short} ${long})`)}{${short_},${long_}}${quoteWord(rest)}`;
}

function renderValue({ name, kind, choices }: CompletedValue): string {
  const actions = { files: "_files", folders: "_files -/", plans: "_tasks_plans", text: " " };
  return `${escapeSpec(name)}:${kind === "choices" ? `(${choices.join(" ")})` : actions[kind]}`;
}

function escapeSpec(text: string): string {
  return text.replace(/[\\[\]:]/g, "\\$&");
}

/** What completion knows of a command. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly {
    /** With two dashes. */
    readonly long: string;
    /** One letter, without dash. */
    readonly short: string | undefined;
    readonly description: string;
    readonly choices: readonly string[];
    /** A value must follow. */
    readonly takesValue: boolean;
  }[];
}

const programs = ["tasks", "keysteps"];

/** Shells that completion can be written for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** A script that makes a shell complete commands, flags, choices and files. */
export function renderCompletion(
  shell: (typeof shells)[number],
  commands: readonly CompletedCommand[],
): string {
  if (shell === "bash") return renderBash(commands);
  return shell === "zsh" ? renderZsh(commands) : renderFish(commands);
}

function renderBash(commands: readonly CompletedCommand[]): string {
  const words = commands.map(({ name }) => name).join(" ");
  return `_tasks() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${words} --help --version"
  else
    case "\${COMP_WORDS[1]} $previous" in
${renderChoices(commands, '      "', '") words="', '" ;;')}
      *) ;;
    esac
    if [ -z "$words" ]; then
      case "$current" in
        -*)
          case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options }) => `            ${name}) words="${listFlags(options)}" ;;`).join("\n")}
          esac
          ;;
        *) COMPREPLY=($(compgen -f -- "$current")); return ;;
      esac
    fi
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o filenames -F _tasks ${programs.join(" ")}`;
}

function renderZsh(commands: readonly CompletedCommand[]): string {
  return `#compdef ${programs.join(" ")}
_tasks() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(${commands.map(({ name, summary }) => quote(`${name}:${summary}`)).join(" ")})
    _describe command commands
    return
  fi
  case "$words[2] $words[CURRENT-1]" in
${renderChoices(commands, '    "', '") compadd ', "; return ;;")}
  esac
  if [[ "$PREFIX" == -* ]]; then
    case "$words[2]" in
${commands.map(({ name, options }) => `      ${name}) compadd -- ${listFlags(options)} ;;`).join("\n")}
    esac
  else
    _files
  fi
}
compdef _tasks ${programs.join(" ")}`;
}

function renderFish(commands: readonly CompletedCommand[]): string {
  return programs
    .flatMap((program) =>
      commands.flatMap(({ name, summary, options }) => [
        `complete -c ${program} -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
        ...options.map(({ long, short, description, choices, takesValue }) =>
          [
            `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}`,
            ...(short === undefined ? [] : [`-s ${short}`]),
            ...(takesValue && choices.length === 0 ? ["-r"] : []),
            ...(choices.length === 0 ? [] : [`-x -a ${quote(choices.join(" "))}`]),
            `-d ${quote(description)}`,
          ].join(" "),
        ),
      ]),
    )
    .join("\n");
}

function renderChoices(
  commands: readonly CompletedCommand[],
  before: string,
  between: string,
  after: string,
): string {
  return commands
    .flatMap(({ name, options }) =>
      options
        .filter(({ choices }) => choices.length > 0)
        .map(
          ({ long, choices }) => `${before}${name} ${long}${between}${choices.join(" ")}${after}`,
        ),
    )
    .join("\n");
}

function listFlags(options: CompletedCommand["options"]): string {
  return [...options.map(({ long }) => long), "--help"].join(" ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

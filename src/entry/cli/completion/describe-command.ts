import type { Command } from "commander";
import type { CompletedCommand, CompletedValue } from "./completed-command.ts";

const kinds: Readonly<Record<string, CompletedValue["kind"]>> = {
  ...{ path: "files", paths: "files", file: "files", mapping: "files", description: "files" },
  folder: "folders",
  ...{ "plan-path": "plans", before: "plans", after: "plans" },
};

/** What completion knows of a command: what its flags and arguments are called says what a shell can offer. */
export function describeCommand(command: Command): CompletedCommand {
  const { registeredArguments: all } = command;
  return {
    name: command.name(),
    summary: command.summary(),
    options: [
      ...command.options.map(({ long, short, flags, description, argChoices, optional }) => {
        const name = /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1];
        return {
          long: long ?? "",
          short,
          description,
          value: name === undefined ? undefined : toValue(name, argChoices ?? []),
          isValueOptional: optional,
        };
      }),
      {
        ...{ long: "--help", short: "-h", description: "say what the command takes" },
        ...{ value: undefined, isValueOptional: false },
      },
    ],
    arguments: all.map((argument) => toValue(argument.name(), argument.argChoices ?? [])),
    isLastRepeated: all.at(-1)?.variadic === true,
  };
}

function toValue(name: string, choices: readonly string[]): CompletedValue {
  return { name, kind: choices.length > 0 ? "choices" : (kinds[name] ?? "text"), choices };
}

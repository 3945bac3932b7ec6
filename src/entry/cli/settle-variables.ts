import type { Command, Option } from "commander";

const wordsOfSwitch: Readonly<Record<string, boolean>> = {
  "1": true,
  true: true,
  yes: true,
  on: true,
  "0": false,
  false: false,
  no: false,
  off: false,
};

/**
 * Makes environment variables say what people mean by them. An empty one counts as not set. One of
 * a flag without value is a switch: `1`, `true`, `yes`, `on` or `0`, `false`, `no`, `off`, in any
 * case; anything else ends the command as a wrong argument does. The same words switch a flag whose
 * value may be left out; anything else is its value.
 */
export function settleVariables(program: Command): void {
  program.hook("preSubcommand", (_, command) => {
    for (const { envVar } of command.options) {
      if (envVar !== undefined && process.env[envVar]?.trim() === "") delete process.env[envVar];
    }
  });
  program.hook("preAction", (_, command) => {
    for (const option of command.options) {
      if (command.getOptionValueSource(option.attributeName()) === "env") settle(command, option);
    }
  });
}

function settle(command: Command, option: Option): void {
  const { envVar = "", flags, required, optional } = option;
  if (required) return;
  const text = process.env[envVar] ?? "";
  const isOn = wordsOfSwitch[text.trim().toLowerCase()];
  if (isOn === undefined && !optional) {
    command.error(
      `error: option '${flags}' value '${text}' from env '${envVar}' is invalid. Set it to 1 or 0.`,
    );
  }
  if (isOn === undefined) return;
  const value = isOn || !optional ? isOn : undefined;
  command.setOptionValueWithSource(option.attributeName(), value, "env");
}

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Command, Option } from "commander";
import type { Remedy } from "../../src/core/errors.ts";
import { KeystepsError } from "../../src/core/errors.ts";
import { buildProgram } from "../../src/entry/cli/build-program.ts";
import { abortedExitCode, exitCodeOfError, exitCodeOfFindings } from "../../src/entry/exit-code.ts";
import { findTable } from "./find-table.ts";
import { readTables } from "./read-tables.ts";

const page = "docs/cli.md";
const tables = readTables(page);
const silent = () => undefined;
const { commands } = buildProgram({ out: silent, err: silent });
const toCode = (text: string | undefined) => (text === undefined ? "–" : `\`${text}\``);

/** A default that Commander knows, or that the help text tells since the settings file comes before it. */
function readDefault({ defaultValue, description }: Option): string | undefined {
  const told = /\(default ([^)]+)\)/.exec(description)?.[1];
  return defaultValue === undefined ? told : String(defaultValue);
}

function listFlags(command: Command): readonly (readonly string[])[] {
  return command.options.map((option) => [
    toCode(option.flags),
    toCode(option.envVar),
    toCode(readDefault(option)),
  ]);
}

function listArguments(command: Command): readonly string[] {
  return command.registeredArguments.map((argument) =>
    toCode(argument.required ? `<${argument.name()}>` : `[${argument.name()}]`),
  );
}

function listSources(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts"));
}

function readRows(column: string, command: Command, width: number) {
  const table = tables.find(
    ({ heading, head }) => heading === `tasks ${command.name()}` && head[0] === column,
  );
  return (table?.rows ?? []).map((cells) => cells.slice(0, width));
}

describe("the reference of the command line", () => {
  it("has a chapter for each command, and for no other", () => {
    const chapters = [...readFileSync(page, "utf8").matchAll(/^## `tasks (.*)`$/gm)];

    expect(chapters.map(([, name]) => name)).toEqual(commands.map((command) => command.name()));
  });

  it.each(commands.map((command) => [command.name(), command] as const))(
    "has the flags of %s with variables and defaults, and no other",
    (_, command) => {
      expect(readRows("flag", command, 3)).toEqual(listFlags(command));
    },
  );

  it.each(commands.map((command) => [command.name(), command] as const))(
    "has the arguments of %s, and no other",
    (_, command) => {
      expect(readRows("argument", command, 1).flat()).toEqual(listArguments(command));
    },
  );

  it("has each environment variable that the program reads itself, and no other", () => {
    const folders = ["src/entry/cli", "src/entry/demo"];
    const texts = folders.flatMap((folder) =>
      listSources(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8")),
    );
    const read = texts.flatMap((text) => [...text.matchAll(/process\.env\.([A-Z_]+)/g)]);
    const listed = findTable(page, "variable").rows.map(([name]) => name);

    expect(listed.toSorted()).toEqual(
      [...new Set(read.map(([, name]) => toCode(name)))].toSorted(),
    );
  });

  it.each([
    ["docs/cli.md", [abortedExitCode]],
    ["docs/action.md", []],
  ])("has each exit code in %s, and no other", (path, more) => {
    const remedies: readonly Remedy[] = [
      ...(["fix-input", "fix-codebase", "fix-access", "try-later", "report-bug"] as const),
    ];
    const at = { path: "spec.md", line: 1, column: 1 };
    const ofFindings = ["KS201", "KS301", "KS101"].map((code) =>
      exitCodeOfFindings([{ code, severity: "error", message: "", at }]),
    );
    const ofErrors = remedies.map((remedy) => exitCodeOfError(new KeystepsError(remedy, "")));
    const codes = [...new Set([exitCodeOfFindings([]), ...ofFindings, ...ofErrors, ...more])];

    const shown = findTable(path, "code").rows.map(([code]) => Number(code));

    expect(shown).toEqual(codes.toSorted((a, b) => a - b));
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Command } from "commander";
import { buildProgram } from "../../src/entry/cli/build-program.ts";
import { findTable } from "./find-table.ts";

const page = readFileSync("docs/cli.md", "utf8");
const silent = () => undefined;

/** A program that throws where it would end the process; what it says is kept. */
function open() {
  const told: string[] = [];
  const program = buildProgram({ out: (text) => told.push(text), err: (text) => told.push(text) });
  for (const one of [program, ...program.commands]) {
    one.exitOverride();
    one.configureOutput({
      writeOut: (text) => told.push(text),
      writeErr: (text) => told.push(text),
    });
  }
  return { program, told };
}

const { commands } = buildProgram({ out: silent, err: silent });
const names = commands.map((command) => command.name());

/** What `--help` prints; of the program itself without a name. */
function readHelp(...name: readonly string[]): string {
  const { program, told } = open();
  expect(() => program.parse([...name, "--help"], { from: "user" })).toThrow("(outputHelp)");
  return told.join("");
}

/** The commands in lines of examples: name and flags of each `tasks …` between pipes. */
function listCalls(lines: readonly string[]) {
  return lines.flatMap((line) =>
    line
      .replace(/'[^']*'|"[^"]*"/g, "TEXT")
      .split(/[|]|<\(|\)|\s#\s/)
      .map((part) => /^(?:\s*\w+=\S*\s+)*(?:source\s+)?\s*tasks\s+([\w-]+)(.*)$/.exec(part.trim()))
      .flatMap((match) =>
        match === null
          ? []
          : [
              {
                line,
                name: match[1] ?? "",
                flags: [...(match[2] ?? "").matchAll(/(?<=\s)(--?[a-z][\w-]*)/g)].map(
                  ([flag]) => flag,
                ),
              },
            ],
      ),
  );
}

function expectKnown({ line, name, flags }: ReturnType<typeof listCalls>[number]): void {
  const command = commands.find((one) => one.name() === name);
  expect([line, command?.name()]).toEqual([line, name]);
  const known = (command?.options ?? []).flatMap(({ long, short }) => [long, short]);
  expect([line, flags.filter((flag) => !known.includes(flag))]).toEqual([line, []]);
}

describe("the help of the command line", () => {
  it.each([[], ...names.map((name) => [name])])("of %s has exit codes and examples", (...name) => {
    const help = readHelp(...name);

    expect(help).toMatch(/^Exit codes: \S/m);
    const examples = help.slice(help.indexOf("Examples:")).match(/^ {2}\$ .*$/gm) ?? [];
    expect(examples.length).toBeGreaterThan(0);
    const calls = listCalls(examples.map((line) => line.slice(4)));
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) expectKnown(call);
  });

  it.each(names)("of %s names no exit code that the page does not have", (name) => {
    const listed = findTable("docs/cli.md", "code").rows.map(([code]) => Number(code));
    const line = /^Exit codes: .*$/m.exec(readHelp(name))?.[0] ?? "";
    const codes = [...line.matchAll(/(?<=[:,;] )(\d+)(?= )/g)].map(([code]) => Number(code));

    expect(codes[0]).toBe(0);
    expect(codes.filter((code) => !listed.includes(code))).toEqual([]);
  });

  it("agrees with the examples of the page", () => {
    const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text = ""]) =>
      text.split("\n"),
    );
    const calls = listCalls(blocks);

    expect(calls.length).toBeGreaterThan(30);
    for (const call of calls) expectKnown(call);
  });
});

/** What T.A.S.K.S v3 says of planning: flags with short form, and commands with their arguments. */
const reference: readonly (readonly [command: string, flags: string])[] = [
  ["plan", "-c, --min-confidence"],
  ["plan", "-w, --max-wave-size"],
  ["plan", "-p, --codebase-path"],
  ["plan", "-m, --execution-model"],
  ["plan", "-j, --max-concurrent"],
  ["plan", "-o, --output-dir"],
  ["plan", "-f, --plan-doc"],
  ["plan", "-v, --verbose"],
  ["plan", "-i, --interactive"],
  ["archive-plan", "--tag"],
];

describe("the commands of T.A.S.K.S v3", () => {
  it.each(reference)("of which %s takes %s", (name, flags) => {
    const command = commands.find((one) => one.name() === name);

    expect(command?.options.map((option) => option.flags.replace(/ [<[].*$/, ""))).toContain(flags);
  });

  it.each([
    ["plan", "[description]"],
    ["list-plans", ""],
    ["show-plan", "<plan-path>"],
    ["validate-plan", "<plan-path>"],
    ["diff-plan", "<before> <after>"],
    ["archive-plan", "<plan-path>"],
  ])("of which %s is given %j", (name, usage) => {
    const command = commands.find((one) => one.name() === name) as Command;

    const shown = command.registeredArguments.map((argument) =>
      argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
    );
    expect(shown.join(" ")).toBe(usage);
  });
});

describe("arguments that are wrong", () => {
  it.each([
    [["plna"], "Did you mean plan?"],
    [["plan", "--stricct"], "Did you mean --strict?"],
    [["plan", "-m", "fast"], "Allowed choices are wave_based, rolling_frontier."],
    [["show-plan"], "missing required argument 'plan-path'"],
    [["plan", "a", "b"], "too many arguments"],
    [["completion", "tcsh"], "Allowed choices are bash, zsh, fish."],
  ])("as in %j end with 1 and a hint", (args, hint) => {
    const { program, told } = open();
    let exitCode: unknown;

    try {
      program.parse([...args], { from: "user" });
    } catch (error) {
      exitCode = (error as { readonly exitCode?: number }).exitCode;
    }

    expect(exitCode).toBe(1);
    expect(told.join("")).toContain(hint);
    expect(told.join("")).toContain("--help");
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { buildProgram } from "../../../src/entry/cli/build-program.ts";
import { describeCommand } from "../../../src/entry/cli/completion/describe-command.ts";
import { renderCompletion, shells } from "../../../src/entry/cli/completion/render-completion.ts";

const silent = () => undefined;
const { commands } = buildProgram({ out: silent, err: silent });
const scripts = Object.fromEntries(
  shells.map((shell) => [shell, renderCompletion(shell, commands.map(describeCommand))]),
);
const zsh = "zsh";
const fish = "fish";
const hasShell = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "keysteps-completion-"));
  for (const name of ["plan", "my plan", "plans/one", "plans/archive/v1", "other"]) {
    mkdirSync(join(folder, name), { recursive: true });
    if (!["plan", "other"].includes(name)) writeFileSync(join(folder, name, "tasks.json"), "{}");
  }
  writeFileSync(join(folder, "a file.md"), "");
  for (const shell of shells) writeFileSync(join(folder, `script.${shell}`), scripts[shell] ?? "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for the last of these words, split as bash splits them. */
function completeInBash(words: readonly string[]): readonly string[] {
  const list = words.map((word) => `'${word}'`).join(" ");
  const ask = `source script.bash; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _tasks; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const text = execFileSync("bash", ["--norc", "-c", ask], { cwd: folder, encoding: "utf8" });
  return text.split("\n").filter((line) => line !== "");
}

describe("completion in bash", () => {
  it.each<readonly [string, readonly string[]]>([
    ["tasks|li", ["lint", "list-plans"]],
    ["tasks|plan", ["plan"]],
    ["tasks|help|arch", ["archive-plan"]],
    ["tasks|plan|--max-w", ["--max-wave-size"]],
    ["tasks|plan|-m|", ["wave_based", "rolling_frontier"]],
    ["tasks|plan|-m|wa", ["wave_based"]],
    ["tasks|plan|--execution-model|=|r", ["rolling_frontier"]],
    ["tasks|plan|--execution-model|=", ["wave_based", "rolling_frontier"]],
    ["tasks|lint|--format|s", ["sarif"]],
    ["tasks|completion|", ["bash", "zsh", "fish"]],
    ["tasks|plan|-f|a", ["a file.md"]],
    ["tasks|plan|-o|oth", ["other"]],
    ["tasks|plan|-w|", []],
    ["tasks|show-plan|my", ["my plan"]],
    ["tasks|show-plan|plans", ["plans/one", "plans/archive/v1"]],
    ["tasks|brief|T001|--plan|plans/a", ["plans/archive/v1"]],
    ["tasks|archive-plan|oth", ["other"]],
  ])("of %s offers %j", (words, offered) => {
    expect(completeInBash(words.split("|"))).toEqual(offered);
  });

  it("offers flags in both forms after a dash", () => {
    const offered = completeInBash(["tasks", "plan", "-"]);

    expect(offered).toEqual(
      expect.arrayContaining(["--min-confidence", "-c", "--no-codebase", "--help", "-h"]),
    );
  });
});

describe("completion in other shells", () => {
  it.each(["zsh", "fish"] as const)("has each command and flag for %s", (shell) => {
    for (const command of commands) {
      expect(scripts[shell]).toContain(command.name());
      for (const { long } of command.options) expect(scripts[shell]).toContain(long?.slice(2));
    }
  });

  (hasShell(zsh) ? it : it.skip)("is a script that zsh understands", () => {
    expect(spawnSync(zsh, ["-n", "script.zsh"], { cwd: folder, encoding: "utf8" })).toMatchObject({
      ...{ status: 0, stderr: "" },
    });
  });

  (hasShell(fish) ? it : it.skip).each([
    ["tasks plan -m wa", "wave_based"],
    ["tasks arch", "archive-plan"],
    ["tasks show-plan plans/o", "plans/one"],
    ["tasks completion f", "fish"],
  ])("of %j offers %j in fish", (line, offered) => {
    const ask = `source script.fish; complete -C '${line}'`;
    const text = execFileSync(fish, ["--no-config", "-c", ask], {
      ...{ cwd: folder, encoding: "utf8" as const, env: { ...process.env, HOME: folder } },
    });

    expect(text.split("\n").map((row) => row.split("\t")[0])).toContain(offered);
  });
});

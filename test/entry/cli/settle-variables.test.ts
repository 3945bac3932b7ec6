import { afterEach, expect, it } from "@jest/globals";
import { Command, Option } from "commander";
import { settleVariables } from "../../../src/entry/cli/settle-variables.ts";

const names = ["TASKS_STRICT", "TASKS_HTML", "TASKS_PLAN_DOC"] as const;

afterEach(() => {
  for (const name of names) delete process.env[name];
});

/** What a command's options come to under these variables and arguments. */
function read(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  Object.assign(process.env, env);
  let seen: unknown;
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  const command = program
    .command("plan")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addOption(new Option("--strict").env("TASKS_STRICT"))
    .addOption(new Option("--html [file]").env("TASKS_HTML"))
    .addOption(new Option("--plan-doc <path>").env("TASKS_PLAN_DOC"))
    .action((options) => {
      seen = options;
    });
  settleVariables(program);
  program.parse(["plan", ...args], { from: "user" });
  return { seen, source: command.getOptionValueSource("strict") };
}

it.each(["1", "true", "YES", " on "])("takes %j for on", (text) => {
  expect(read({ TASKS_STRICT: text, TASKS_HTML: text }).seen).toEqual({ strict: true, html: true });
});

it.each(["0", "false", "No", "off"])("takes %j for off", (text) => {
  const { seen, source } = read({ TASKS_STRICT: text, TASKS_HTML: text });

  expect(seen).toEqual({ strict: false, html: undefined });
  expect(source).toBe("env");
});

it("takes an empty variable for none", () => {
  expect(read({ TASKS_STRICT: "", TASKS_HTML: " ", TASKS_PLAN_DOC: "" }).seen).toEqual({});
});

it("refuses any other word for a switch, and takes it as the value of a flag that has one", () => {
  expect(() => read({ TASKS_STRICT: "maybe" })).toThrow(
    "error: option '--strict' value 'maybe' from env 'TASKS_STRICT' is invalid. Set it to 1 or 0.",
  );
  expect(read({ TASKS_STRICT: "1", TASKS_HTML: "plan.html" }).seen).toMatchObject({
    html: "plan.html",
  });
});

it("puts a flag above a variable, and lets a word be a path", () => {
  expect(read({ TASKS_STRICT: "off", TASKS_PLAN_DOC: "off" }, "--strict").seen).toEqual({
    strict: true,
    planDoc: "off",
  });
});

it("asks nothing of a variable that a flag overrules", () => {
  expect(read({ TASKS_STRICT: "maybe" }, "--strict").seen).toEqual({ strict: true });
});

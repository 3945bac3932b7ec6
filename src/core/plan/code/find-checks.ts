import type { CodeCheck } from "../../model/codebase.ts";
import type { TaskCheck } from "../../model/plan.ts";
import type { SpecFile, SpecTask } from "../../model/spec.ts";
import type { CodeIndex } from "./index-code.ts";

/** Most tests that one command names. */
const mostTests = 4;

const testFile = /[._-](?:test|spec)\.\w+$|(?:^|\/)test_[^/]*\.py$|_test\.\w+$/;

/**
 * Commands of the repository that show whether a task is done whose spec names none: its own tests and
 * those of its files where the test runner takes paths (0.7), else all tests (0.5).
 */
export function findChecks(task: SpecTask, index: CodeIndex): readonly TaskCheck[] {
  if (task.checks.length > 0) return [];
  const tests = [...new Set(task.files.flatMap((file) => listTests(file, index)))];
  const [first] = [...tests, ...task.files.map(({ path }) => path), ""];
  const check = chooseCheck(index.codebase.checks, first ?? "");
  if (check === undefined) return [];
  const shown = tests.filter((path) => path.startsWith(check.folder)).slice(0, mostTests);
  if (!check.takesPaths || shown.length === 0) {
    const reason = `${check.path} says how the code is tested`;
    return [{ command: toCommand(check, []), confidence: 0.5, reason }];
  }
  const reason = `${check.path} says how the code is tested, and these tests go with its files`;
  return [{ command: toCommand(check, shown), confidence: 0.7, reason }];
}

/** A file that is a test itself, else the tests there are of it. */
function listTests({ path, action }: SpecFile, { testsOf }: CodeIndex): readonly string[] {
  if (action === "delete") return [];
  if (testFile.test(path)) return [path];
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const tests = testsOf.get(stem.toLowerCase()) ?? [];
  // A common stem such as `index` has tests all over the place; they say nothing.
  return tests.length > 2 ? [] : tests;
}

/** The tests of the nearest folder around a file. */
function chooseCheck(checks: readonly CodeCheck[], path: string): CodeCheck | undefined {
  return checks
    .filter(({ kind, folder }) => kind === "test" && path.startsWith(folder))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function toCommand({ command, folder }: CodeCheck, tests: readonly string[]): string {
  const paths = tests.map((path) => quote(path.slice(folder.length)));
  const divider = command.startsWith("npm ") && paths.length > 0 ? ["--"] : [];
  const run = [command, ...divider, ...paths].join(" ");
  return folder === "" ? run : `cd ${quote(folder.replace(/\/$/, ""))} && ${run}`;
}

/** A word for a shell: what the text of a spec names is data. */
function quote(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

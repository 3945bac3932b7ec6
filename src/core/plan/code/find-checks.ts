import type { CodeCheck } from "../../model/codebase.ts";
import type { TaskCheck } from "../../model/plan.ts";
import type { SpecFile, SpecTask } from "../../model/spec.ts";
import type { CodeIndex } from "./index-code.ts";

/** Most tests that one command names. */
const mostTests = 4;

const testFile = /[._-](?:test|spec)\.\w+$|(?:^|\/)test_[^/]*\.py$|_test\.\w+$/;

/** Code that each file's tests speak of; the tests of other files, such as a Makefile's, may be about any. */
const tested: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)package\.json$/, /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/],
  [/(?:^|\/)(?:pytest\.ini|pyproject\.toml|tox\.ini)$/, /\.pyi?$/],
  [/(?:^|\/)go\.mod$/, /\.go$/],
  [/(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/, /\.(?:java|kts?|scala)$/],
];
const code =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|pyi?|go|java|kts?|scala|rb|rs|php|cs|cpp|cc|c|h|swift|dart|exs?)$/;
/** How titles of work on code begin. */
const codeWork =
  /^(?:implement|refactor|fix|extend|expose|handle|validate|integrate|parse|optimi[sz]e|cache|log|test|(?:add|write)\s+(?:\S+\s+){0,2}tests?)\b/i;

/**
 * Commands of the repository that show whether a task is done whose spec names none: its own tests and
 * those of its files where the test runner takes paths (0.7), else all tests of the code that it names
 * (0.5), or that its title speaks of (0.4). None for work on anything else: tests say nothing of it.
 *
 * @param reused Files with code that its text names.
 */
export function findChecks(
  task: SpecTask,
  index: CodeIndex,
  reused: readonly string[] = [],
): readonly TaskCheck[] {
  if (task.checks.length > 0) return [];
  const changed = [...task.files, ...reused.map((path) => ({ path, action: undefined }))];
  const tests = [...new Set(changed.flatMap((file) => listTests(file, index)))];
  const files = [...task.files.map(({ path }) => path), ...reused];
  const named = [...tests, ...files.filter((path) => code.test(path))];
  const isCode = named.length > 0 || (task.files.length === 0 && codeWork.test(task.title));
  const check = isCode ? chooseCheck(index.codebase.checks, named[0]) : undefined;
  if (check === undefined) return [];
  const shown = tests.filter((path) => path.startsWith(check.folder)).slice(0, mostTests);
  if (!check.takesPaths || shown.length === 0) {
    const what = named.length > 0 ? `it is about ${named[0]}` : "by its title it is work on code";
    const reason = `${what}, and ${check.path} says how the code is tested`;
    const confidence = named.length > 0 ? 0.5 : 0.4;
    return [{ command: toCommand(check, []), confidence, reason }];
  }
  const reason = `${check.path} says how the code is tested, and these tests go with its files`;
  return [{ command: toCommand(check, shown), confidence: 0.7, reason }];
}

/** A file that is a test itself, else the tests there are of it. */
function listTests({ path, action }: SpecFile, { testsOf }: CodeIndex): readonly string[] {
  if (action === "delete") return [];
  if (testFile.test(path)) return [path];
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const kind = tested.find(([, files]) => files.test(path))?.[1];
  const tests = (testsOf.get(stem.toLowerCase()) ?? []).filter((test) => kind?.test(test));
  // A common stem such as `index` has tests all over the place; they say nothing.
  return tests.length > 2 ? [] : tests;
}

/** The tests of the nearest folder around a file that are about its kind of code; without a file those of the root. */
function chooseCheck(checks: readonly CodeCheck[], path = ""): CodeCheck | undefined {
  return checks
    .filter(({ kind, folder }) => kind === "test" && path.startsWith(folder))
    .filter((check) => path === "" || isAbout(check, path))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function isAbout(check: CodeCheck, path: string): boolean {
  const files = tested.find(([maker]) => maker.test(check.path))?.[1];
  return files === undefined || files.test(path);
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

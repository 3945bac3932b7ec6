import type { Codebase, CodeElement } from "../../model/codebase.ts";
import { splitName } from "./split-name.ts";

/** A codebase by what tasks' words may name. */
export interface CodeIndex {
  readonly codebase: Codebase;
  /** By name; of several with one name the one that most hangs on. Endpoints with `:id` for each kind of placeholder. */
  readonly byName: ReadonlyMap<string, CodeElement>;
  /** By the words of names that have several: `user repository`. */
  readonly byWords: ReadonlyMap<string, CodeElement>;
  readonly byPath: ReadonlyMap<string, readonly CodeElement[]>;
  readonly paths: ReadonlySet<string>;
  /** Tests by the stem of what they test: `order-service` for `test/order-service.test.ts`. */
  readonly testsOf: ReadonlyMap<string, readonly string[]>;
}

/** Makes an index of a codebase. */
export function indexCode(codebase: Codebase): CodeIndex {
  const byName = new Map<string, CodeElement>();
  const byWords = new Map<string, CodeElement>();
  const byPath = new Map<string, CodeElement[]>();
  for (const element of [...codebase.elements, ...codebase.endpoints]) {
    const name = element.kind === "endpoint" ? unifyEndpoint(element.name) : element.name;
    if (!byName.has(name)) byName.set(name, element);
    const listed = byPath.get(element.path) ?? [];
    byPath.set(element.path, listed);
    listed.push(element);
    const words = element.kind === "endpoint" ? [] : splitName(name);
    const key = words.join(" ");
    if (words.length > 1 && !byWords.has(key)) byWords.set(key, element);
  }
  const testsOf = new Map<string, string[]>();
  for (const path of codebase.paths) {
    const stem = readTestStem(path);
    if (stem === undefined) continue;
    const tests = testsOf.get(stem) ?? [];
    testsOf.set(stem, tests);
    tests.push(path);
  }
  return { codebase, byName, byWords, byPath, paths: new Set(codebase.paths), testsOf };
}

/** An endpoint with all kinds of placeholders written alike, and no slash at its end. */
export function unifyEndpoint(name: string): string {
  return name
    .replace(/\{([^}/]*)\}|<(?:\w+:)?([^>/]*)>|\[([^\]/]*)\]|:\w+/g, ":id")
    .replace(/(?<=.)\/$/, "");
}

/** Whether the code has an endpoint; none is there where no code was looked at. */
export function hasEndpoint(codebase: Codebase | undefined): (name: string) => boolean {
  const known = new Set(codebase?.endpoints.map(({ name }) => unifyEndpoint(name)));
  return (name) => known.has(unifyEndpoint(name));
}

/** What a test file tests by its name, in lower case; `undefined` for what is no test. */
function readTestStem(path: string): string | undefined {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const stem =
    /^(.+)[._-](?:test|spec)\.[cm]?[jt]sx?$/.exec(file)?.[1] ??
    /^test_(.+)\.py$/.exec(file)?.[1] ??
    /^(.+)_test\.(?:go|py)$/.exec(file)?.[1] ??
    /^(.+?)Tests?\.java$/.exec(file)?.[1];
  return stem?.toLowerCase();
}

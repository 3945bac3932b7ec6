import type { CodeCheck } from "../model/codebase.ts";

const scripts: readonly { readonly name: RegExp; readonly kind: CodeCheck["kind"] }[] = [
  { name: /^test$/, kind: "test" },
  { name: /^lint$/, kind: "lint" },
  { name: /^(?:typecheck|type-check|types|tsc|check-types|check:types)$/, kind: "types" },
  { name: /^build$/, kind: "build" },
];

/** Test runners that take the paths of tests as arguments. */
const takesPaths = /\b(?:jest|vitest|mocha|ava|tap|node --test|playwright test)\b/;

/** What files of common tools say of the commands that show whether code is right, those nearest to the root first. */
export function listChecks(texts: ReadonlyMap<string, string>): readonly CodeCheck[] {
  return [...texts]
    .flatMap(([path, text]) => {
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      const name = path.slice(folder.length);
      return listCommands(name, text).map((check) => ({ ...check, path, folder }));
    })
    .sort((a, b) => a.folder.split("/").length - b.folder.split("/").length);
}

type Command = Omit<CodeCheck, "path" | "folder">;

function listCommands(name: string, text: string): readonly Command[] {
  switch (name) {
    case "package.json":
      return listScripts(text);
    case "Makefile":
      return scripts.flatMap(({ kind }) =>
        new RegExp(`^${kind}:`, "m").test(text) ? [toCommand(kind, `make ${kind}`)] : [],
      );
    case "pytest.ini":
      return [toCommand("test", "pytest", true)];
    case "pyproject.toml":
      return [
        ...(/\[tool\.pytest|\bpytest\b/.test(text) ? [toCommand("test", "pytest", true)] : []),
        ...(/\[tool\.ruff/.test(text) ? [toCommand("lint", "ruff check .")] : []),
        ...(/\[tool\.mypy/.test(text) ? [toCommand("types", "mypy .")] : []),
      ];
    case "tox.ini":
      return [toCommand("test", "tox")];
    case "go.mod":
      return [toCommand("test", "go test ./..."), toCommand("lint", "go vet ./...")];
    case "pom.xml":
      return [toCommand("test", "mvn -q test")];
    case "build.gradle":
    case "build.gradle.kts":
      return [toCommand("test", "gradle test")];
    default:
      return [];
  }
}

function listScripts(text: string): readonly Command[] {
  const stated = readScripts(text);
  return scripts.flatMap(({ name, kind }) => {
    const [script, line] = stated.find(([key]) => name.test(key)) ?? [];
    // What `npm init` writes is no test.
    if (script === undefined || line === undefined || /no test specified/.test(line)) return [];
    const isDirect = takesPaths.test(line) && !/&&|;|\|/.test(line);
    const command = script === "test" ? "npm test" : `npm run ${script}`;
    return [toCommand(kind, command, kind === "test" && isDirect)];
  });
}

function readScripts(text: string): readonly (readonly [string, string])[] {
  try {
    const { scripts: stated } = JSON.parse(text) as { readonly scripts?: unknown };
    return Object.entries({ ...(stated as object) }).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
  } catch {
    return []; // npm itself will complain about it
  }
}

function toCommand(kind: CodeCheck["kind"], command: string, paths = false): Command {
  return { kind, command, takesPaths: paths };
}

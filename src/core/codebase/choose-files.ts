import type { CodeLanguage, SourceFile } from "../model/codebase.ts";
import { matchGlob } from "../text/match-glob.ts";

const languageOf: Readonly<Record<string, CodeLanguage>> = {
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "tsx",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  py: "python",
  go: "go",
  java: "java",
};

/** Folders of code that others wrote or a program made. */
const foreign =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|out|target|coverage|\.venv|venv|site-packages|__generated__|generated)\//i;
const generated = /\.min\.[cm]?js$|\.d\.[cm]?ts$|_pb2(?:_grpc)?\.py$|\.pb\.go$|\.generated\.\w+$/i;
const test =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|testdata|fixtures)\/|[._-](?:test|spec|e2e)\.[cm]?[jt]sx?$|(?:^|\/)test_[^/]*\.py$|_test\.(?:py|go)$|(?:Tests?|IT)\.java$/;

const matchTold = matchGlob([
  "**/.github/workflows/*.{yml,yaml}",
  ".gitlab-ci.yml",
  "**/{docker-,}compose*.{yml,yaml}",
  "{.github/,docs/,.gitlab/,}CODEOWNERS",
  "**/package.json",
  "**/Makefile",
  "**/{pyproject.toml,tox.ini,pytest.ini,setup.cfg,alembic.ini}",
  "**/{go.mod,pom.xml,build.gradle,build.gradle.kts}",
]);

/** Most files whose text is read for what it says of checks and deployments. */
const mostTold = 400;

/** Files of a repository that a plan wants to know more of. */
export interface ChosenFiles {
  /** To be parsed: neither tests nor others' code. */
  readonly sources: readonly SourceFile[];
  /** To be read as they are; those nearest to the root, where there are very many. */
  readonly told: readonly string[];
}

/** Chooses by path alone which files are parsed and which are read. */
export function chooseFiles(paths: readonly string[]): ChosenFiles {
  const own = paths.filter((path) => !foreign.test(path));
  return {
    sources: own
      .filter((path) => !generated.test(path) && !isTestPath(path))
      .flatMap((path) => {
        const language = languageOf[path.slice(path.lastIndexOf(".") + 1)];
        return language === undefined ? [] : [{ path, language }];
      }),
    told: own
      .filter((path) => matchTold(path) !== undefined)
      .toSorted((a, b) => countSlashes(a) - countSlashes(b))
      .slice(0, mostTold)
      .sort(),
  };
}

/** Whether a file is a test by its path. */
function isTestPath(path: string): boolean {
  return test.test(path);
}

/** What stands in `.github` is about the whole repository. */
function countSlashes(path: string): number {
  return path.replace(/^\.github\/(?:workflows\/)?/, "").split("/").length;
}

import {
  type Codebase,
  type CodeElement,
  type CodeFacts,
  languageNames,
} from "../model/codebase.ts";
import { countOf } from "../text/count-of.ts";
import { groupBy } from "../text/group-by.ts";
import { listNames } from "../text/list-names.ts";
import { findDeployments } from "./find-deployments.ts";
import { findMigrations } from "./find-migrations.ts";
import { findTestDatabases } from "./find-test-databases.ts";
import { listChecks } from "./list-checks.ts";
import { listElements } from "./list-elements.ts";
import { parseOwners } from "./parse-owners.ts";
import { recogniseEndpoints } from "./recognise-endpoints.ts";

/** Where GitHub and GitLab look for owners; the first that is there counts. */
const ownerFiles = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/** Makes sense of what a look at the code gave. Same facts, same codebase. */
export function buildCodebase(facts: CodeFacts): Codebase {
  const { paths, texts, sources, unread } = facts;
  const elements = listElements(sources);
  const owners = ownerFiles.find((path) => texts.has(path)) ?? "";
  const languages = groupBy(sources, ({ language }) => languageNames[language]);
  const counts = Object.fromEntries(
    [...languages].map(([name, files]) => [name, files.length] as const).sort(),
  );
  return {
    paths,
    languages: counts,
    elements,
    endpoints: sources
      .flatMap(recogniseEndpoints)
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.path, b.path)),
    extensionPoints: elements.filter(isExtensionPoint),
    migrations: findMigrations(facts),
    ...findDeployments(texts),
    testDatabases: findTestDatabases(texts),
    owners: parseOwners(texts.get(owners) ?? ""),
    checks: listChecks(texts),
    isPartial: unread.length > 0,
    note: describe(counts, unread),
  };
}

/** What nothing extends yet is one if it is abstract, or an interface of Go, where nothing says who fits it. */
function isExtensionPoint({ kind, path, extendedBy }: CodeElement): boolean {
  return (
    extendedBy > 0 || kind === "abstract-class" || (kind === "interface" && path.endsWith(".go"))
  );
}

function describe(counts: Readonly<Record<string, number>>, unread: CodeFacts["unread"]): string {
  const read = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  const seen = read.length === 0 ? "no source file" : `${listNames(read)} ${plural(counts)}`;
  const left = [...groupBy(unread, ({ reason }) => reason)].map(
    ([reason, files]) => `${countOf(files.length, "file")} left out: ${reason}`,
  );
  return [`${seen} parsed`, ...left].join("; ");
}

function plural(counts: Readonly<Record<string, number>>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return all === 1 ? "file" : "files";
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

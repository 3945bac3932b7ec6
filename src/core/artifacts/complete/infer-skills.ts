import type { Task, WorkKind } from "../../model/plan.ts";
import type { Filled } from "./inference.ts";

const ofFiles: readonly (readonly [RegExp, string])[] = [
  [/\.tsx?$|\.[mc]ts$/, "typescript"],
  [/\.jsx?$|\.[mc]js$/, "javascript"],
  [/\.py$/, "python"],
  [/\.go$/, "go"],
  [/\.java$/, "java"],
  [/\.kts?$/, "kotlin"],
  [/\.rb$/, "ruby"],
  [/\.rs$/, "rust"],
  [/\.cs$/, "csharp"],
  [/\.php$/, "php"],
  [/\.swift$/, "swift"],
  [/\.(?:tsx|jsx|vue|svelte|css|scss|html)$/, "frontend"],
  [/\.sql$|(?:^|\/)migrations?\//, "database"],
  [/(?:^|\/)(?:Dockerfile|\.github\/workflows\/|terraform\/|k8s\/|helm\/)|\.tf$/, "devops"],
];

const ofTitles: readonly (readonly [RegExp, string])[] = [
  [/\b(?:api|endpoints?|server|service|backend|queue|worker)\b/i, "backend"],
  [/\b(?:pages?|ui|button|form|screen|frontend|css|component|layout)\b/i, "frontend"],
  [/\b(?:database|schema|migrations?|sql|tables?)\b/i, "database"],
  [/\b(?:ci|pipeline|docker|kubernetes|terraform|deploy(?:ment)?)\b/i, "devops"],
  [/\b(?:security|auth|authentication|authorization|encryption|oauth)\b/i, "security"],
];

const ofKinds: Partial<Record<WorkKind, string>> = {
  test: "testing",
  documentation: "documentation",
  deployment: "devops",
  research: "research",
};

const ofResources: Readonly<Record<string, string>> = {
  database_migrations: "database",
  deployment_pipeline: "devops",
};

/** What whoever does a task has to know, by its files, its resources, its kind and its title. */
export function inferSkills(
  { files, title, needs }: Task,
  kind: WorkKind,
): Filled<readonly string[]> | undefined {
  const byFiles = files.flatMap(({ path }) => find(ofFiles, path));
  const byNeeds = needs.flatMap(({ resource }) => ofResources[resource] ?? []);
  const byWords = [
    ...(ofKinds[kind] === undefined ? [] : [ofKinds[kind]]),
    ...find(ofTitles, title),
  ];
  const value = [...new Set([...byFiles, ...byNeeds, ...byWords])];
  if (value.length === 0) return undefined;
  const from = [
    ...(byFiles.length > 0 ? ["its files"] : []),
    ...(byNeeds.length > 0 ? ["its resources"] : []),
    ...(byWords.length > 0 ? ["its title"] : []),
  ];
  const confidence = byFiles.length + byNeeds.length > 0 ? 0.7 : 0.5;
  const reason = `from ${from.join(" and ")}`;
  return { value, inferred: [{ field: "skillsRequired", confidence, reason }] };
}

function find(rules: typeof ofFiles, text: string): readonly string[] {
  return rules.filter(([pattern]) => pattern.test(text)).map(([, skill]) => skill);
}

/** A need that a title's own words say: the phrase that says it, by built-in resource. */
export interface TitleNeed {
  readonly resource: "database_migrations" | "deployment_pipeline";
  readonly phrase: string;
}

const toSet = (words: string) => new Set(words.split(" "));

const schemaVerbs = toSet("run apply execute add create write generate ship");
const runVerbs = toSet("run perform execute trigger do");
const deployVerbs = toSet("deploy release ship promote publish roll");
const fillers = toSet("the a an all any");
const databases = toSet("database databases db schema table tables");
const environments = toSet("production prod staging stage preprod live uat canary");
const deployNouns = toSet("deploy deployment release rollout");
/** What may follow "migration": the schema change goes on. A guide, a plan or "to TypeScript" does not. */
const afterMigration = toSet(
  "script scripts file files for that which adding creating in on against and then with using via",
);
const schemaChanges = toSet("add create drop alter rename index production staging the");
/** What may stand behind an environment or a database without making it the subject of a text. */
const notTheThing = toSet(
  "docs documentation doc guide guides notes runbook tests test script scripts",
);

/** Words that make the migration part of something else: "a test that runs migrations". */
const elsewhere = toSet("that which how to for of from when whether without before after");

/** Words looked at from an order's verb on. */
const reach = 8;

/**
 * What a title asks to be done to a database or an environment, such as "Run
 * the orders migration" or "Deploy to production". An inference, in English
 * only. The bare words are not enough: neither "Migrate config.py to Pydantic"
 * nor "Document the migration guide" needs anything.
 */
export function recogniseTitleNeeds(title: string): readonly TitleNeed[] {
  const tokens = title.match(/[\p{L}\p{N}_./'’-]*[\p{L}\p{N}_]|[,;:&()]/gu) ?? [];
  const needs = new Map<TitleNeed["resource"], TitleNeed>();
  for (const start of listOrderStarts(tokens)) {
    const words = tokens.slice(start, start + reach);
    const lower = words.map((word) => word.toLowerCase());
    add("database_migrations", words, findMigration(lower) ?? findMigrated(lower));
    add("deployment_pipeline", words, findTarget(lower) ?? findDeployment(lower));
  }
  return [...needs.values()];

  function add(resource: TitleNeed["resource"], words: readonly string[], end: number | undefined) {
    if (end === undefined || needs.has(resource)) return;
    needs.set(resource, { resource, phrase: words.slice(0, end + 1).join(" ") });
  }
}

/** Where an order may begin: at the start, after "and", "then" and after punctuation. */
function listOrderStarts(tokens: readonly string[]): readonly number[] {
  return [...tokens.keys()].filter(
    (at) => at === 0 || /^(?:and|then|[,;:&(])$/i.test(tokens[at - 1] ?? ""),
  );
}

/** "run … migration": the place of the last word of the phrase. */
function findMigration(words: readonly string[]): number | undefined {
  if (!schemaVerbs.has(words[0] ?? "")) return undefined;
  const at = words.findIndex((word) => /^migrations?$/.test(word));
  if (at < 1 || words.slice(1, at).some((word) => elsewhere.has(word))) return undefined;
  const [after, second] = [words[at + 1], words[at + 2]];
  const goesOn = after === "to" ? schemaChanges.has(second ?? "") : isEnd(after, afterMigration);
  return goesOn ? at : undefined;
}

/** "migrate the … table". */
function findMigrated(words: readonly string[]): number | undefined {
  if (words[0] !== "migrate") return undefined;
  const end = words.findIndex((word) => /^(?:to|from|into|in|on|with|[,;:&()])$/.test(word));
  const object = words.slice(0, end < 0 ? undefined : end);
  const at = object.findLastIndex((word) => databases.has(word));
  return at > 0 && !notTheThing.has(object[at + 1] ?? "") ? at : undefined;
}

/** "deploy … to … production". */
function findTarget(words: readonly string[]): number | undefined {
  if (!deployVerbs.has(words[0] ?? "")) return undefined;
  const to = words.findIndex((word) => word === "to" || word === "into");
  const at = findEnvironment(words, to > 0 ? to + 1 : 1);
  if (at === undefined || (to < 0 && words[0] !== "deploy")) return undefined;
  return notTheThing.has(words[at + 1] ?? "") ? undefined : at;
}

/** "run the production deployment". */
function findDeployment(words: readonly string[]): number | undefined {
  if (!runVerbs.has(words[0] ?? "")) return undefined;
  const at = findEnvironment(words, 1);
  return at !== undefined && deployNouns.has(words[at + 1] ?? "") ? at + 1 : undefined;
}

/** An environment's name at that place, articles and one more word before it allowed. */
function findEnvironment(words: readonly string[], from: number): number | undefined {
  const start = fillers.has(words[from] ?? "") ? from + 1 : from;
  return [start, start + 1].find((at) => environments.has(words[at] ?? ""));
}

function isEnd(word: string | undefined, allowed: ReadonlySet<string>): boolean {
  return word === undefined || allowed.has(word) || /^[,;:&()]$/.test(word);
}

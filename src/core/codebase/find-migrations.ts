import type { CodeFacts, SharedPlace } from "../model/codebase.ts";
import { groupBy } from "../text/group-by.ts";

/** How the files of common migration tools are named; the first group is their folder. */
const tools: readonly { readonly tool: string; readonly file: RegExp }[] = [
  { tool: "Rails migrations", file: /^(.*\/)?db\/migrate\/\d{14}_\w+\.rb$/ },
  { tool: "Django migrations", file: /^(.*\/)?migrations\/\d{4}_\w+\.py$/ },
  { tool: "Alembic versions", file: /^(.*\/)?versions\/\w+_\w+\.py$/ },
  { tool: "Prisma migrations", file: /^(.*\/)?migrations\/\d{14}_[^/]+\/migration\.sql$/ },
  { tool: "Drizzle migrations", file: /^(.*\/)?drizzle\/(?:migrations\/)?\d{4}_\w+\.sql$/ },
  { tool: "Flyway migrations", file: /^(.*\/)?[VUR][\d._]*__\w[^/]*\.(?:sql|java)$/ },
  {
    tool: "Liquibase changelogs",
    file: /^(.*\/)?(?:db[.-])?changelog[^/]*\.(?:xml|ya?ml|sql|json)$/i,
  },
  { tool: "golang-migrate files", file: /^(.*\/)?\d+_[^/]+\.(?:up|down)\.sql$/ },
  { tool: "numbered SQL migrations", file: /^(.*\/)?migrations?\/\d+[-_][^/]+\.sql$/ },
  { tool: "numbered migrations", file: /^(.*\/)?migrations?\/\d{3,}[-_][^/]+\.[cm]?[jt]s$/ },
  { tool: "Ecto migrations", file: /^(.*\/)?priv\/[^/]+\/migrations\/\d{14}_\w+\.exs$/ },
  { tool: "Entity Framework migrations", file: /^(.*\/)?Migrations\/\d{14}_\w+\.cs$/ },
];

/** Types whose heirs are migrations, whatever their files are called. */
const bases = new Set(["MigrationInterface", "BaseJavaMigration", "Migration"]);

/**
 * The folders that hold migrations, known by the names of the tools' files or by what classes
 * extend. A folder called `versions` counts only beside an `alembic.ini`, and
 * files at the top of the repository have none.
 */
export function findMigrations({ paths, texts, sources }: CodeFacts): readonly SharedPlace[] {
  const hasAlembic = [...texts.keys()].some((path) => path.endsWith("alembic.ini"));
  const found = [
    ...paths.flatMap((path) => {
      const one = tools.find(({ file }) => file.test(path));
      if (one === undefined || (one.tool.startsWith("Alembic") && !hasAlembic)) return [];
      if (one.tool.startsWith("Liquibase") && /(?:^|\/)CHANGELOG\.\w+$/.test(path)) return [];
      return [{ folder: toFolder(path, one.tool), tool: one.tool }];
    }),
    ...sources.flatMap(({ path, declarations }) =>
      declarations.some(({ supertypes }) => supertypes.some((name) => bases.has(name)))
        ? [{ folder: toFolder(path, ""), tool: "migration classes" }]
        : [],
    ),
  ];
  return [...groupBy(found, ({ folder }) => folder)]
    .filter(([folder]) => folder !== "")
    .map(([folder, files]) => ({ location: `${folder}**`, reason: files[0]?.tool ?? "" }))
    .sort((a, b) => (a.location < b.location ? -1 : 1));
}

/** A Prisma migration has a folder of its own within that of all. */
function toFolder(path: string, tool: string): string {
  const levels = path.split("/").slice(0, tool.startsWith("Prisma") ? -2 : -1);
  return levels.map((level) => `${level}/`).join("");
}

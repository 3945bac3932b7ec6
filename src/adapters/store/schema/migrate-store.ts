import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { InputError } from "../../../core/errors.ts";
import { toStoreError } from "../to-store-error.ts";
import { migrations } from "./migrations.ts";
import { quoteSchema } from "./quote-schema.ts";
import type { Tables } from "./tables.ts";

/**
 * Brings the tables in a schema to what this version needs, and makes the schema where there is
 * none. Replicas that start together take turns (Kysely's advisory lock).
 *
 * @throws {InputError} if a newer version has changed the tables already.
 */
export async function migrateStore(db: Kysely<Tables>, schema: string): Promise<void> {
  try {
    await refuseNewer(db, schema);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => pointAt(schema) },
      migrationTableSchema: schema,
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  } catch (error) {
    throw toStoreError(`bring the tables in schema "${schema}" up to date`, error);
  }
}

async function refuseNewer(db: Kysely<Tables>, schema: string): Promise<void> {
  const table = `${quoteSchema(schema)}.kysely_migration`;
  const found = await sql<{ readonly isThere: boolean }>`
    select to_regclass(${table}) is not null as "isThere"`.execute(db);
  if (found.rows[0]?.isThere !== true) return;
  const made = await sql<{ readonly name: string }>`
    select name from ${sql.id(schema, "kysely_migration")} order by name`.execute(db);
  const unknown = made.rows.map(({ name }) => name).filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  const newest = Object.keys(migrations).at(-1);
  throw new InputError(
    `Cannot open the store in schema "${schema}": its tables are at "${unknown.at(-1)}" and this version knows them up to "${newest}"; start the version that made them or a newer one`,
  );
}

/** Kysely leaves the search path alone, so each migration sets it for its transaction. */
function pointAt(schema: string): Record<string, Migration> {
  const pointed = Object.entries(migrations).map(([name, migration]): [string, Migration] => [
    name,
    {
      async up(db) {
        await sql`select set_config('search_path', ${quoteSchema(schema)}, true)`.execute(db);
        await migration.up(db);
      },
    },
  ]);
  return Object.fromEntries(pointed);
}

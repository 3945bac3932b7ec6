import { type DatabaseIntrospector, type Kysely, PostgresDialect, sql } from "kysely";
import type { Tables } from "../schema/tables.ts";

/**
 * Kysely's dialect for PostgreSQL, but all it knows of a database are the schemas and the
 * migrator's own tables. To read about every table there is takes long where there are many, and
 * fails while somebody drops one.
 */
export class StoreDialect extends PostgresDialect {
  override createIntrospector(db: Kysely<Tables>): DatabaseIntrospector {
    const getTables = async () => {
      const { rows } = await sql<{ readonly name: string; readonly schema: string }>`
        select relname as name, nspname as schema
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where relkind = 'r' and relname in ('kysely_migration', 'kysely_migration_lock')`.execute(
        db,
      );
      return rows.map((row) => ({ ...row, isView: false, columns: [] }));
    };
    return {
      getTables,
      async getSchemas() {
        const { rows } = await sql<{ readonly name: string }>`
          select nspname as name from pg_catalog.pg_namespace`.execute(db);
        return rows;
      },
      getMetadata: async () => ({ tables: await getTables() }),
    };
  }
}

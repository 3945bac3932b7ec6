import pg from "pg";

/** The PostgreSQL that tests run on. */
export const postgresUrl =
  process.env.KEYSTEPS_TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/test";

/**
 * Whether it answers. Where it does not, a line says what is not tested; with an address given in
 * KEYSTEPS_TEST_DATABASE_URL it has to answer.
 */
export async function isPostgresUp(whatIsSkipped: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: postgresUrl, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (process.env.KEYSTEPS_TEST_DATABASE_URL !== undefined) throw error;
    console.warn(`No PostgreSQL at ${postgresUrl}: ${whatIsSkipped} is not tested`);
    return false;
  }
}

import pg from "pg";

/**
 * Turns what PostgreSQL sends into values: `int8` into numbers (ours are counters and times, far
 * below 2^53), all else as the driver does.
 */
export const readTypes: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
  },
};

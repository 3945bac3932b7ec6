import { expect, it } from "@jest/globals";
import { parseOwners } from "../../../src/core/codebase/parse-owners.ts";

it("reads patterns as globs with their owners, past comments and sections", () => {
  const rules = parseOwners(
    "# all\n*  @acme/all\n/docs/ @docs # here\napps/ @apps\n*.sql @db @acme/db\n/src/*.ts @ts\n/secret\n[Team] @x\n",
  );

  expect(rules).toEqual([
    { globs: ["**/*"], owners: ["@acme/all"] },
    { globs: ["docs/**"], owners: ["@docs"] },
    { globs: ["**/apps/**"], owners: ["@apps"] },
    { globs: ["**/*.sql", "**/*.sql/**"], owners: ["@db", "@acme/db"] },
    { globs: ["src/*.ts", "src/*.ts/**"], owners: ["@ts"] },
    { globs: ["secret", "secret/**"], owners: [] },
  ]);
});

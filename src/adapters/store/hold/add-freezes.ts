import { sql, type Transaction } from "kysely";
import type { LaneCommit } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";
import { toStorableText } from "../to-storable-text.ts";

/** Freezes resources, each once for a pull request: what a person has lifted stays lifted. */
export async function addFreezes(
  trx: Transaction<Tables>,
  freezes: LaneCommit["freezes"],
): Promise<void> {
  for (const { scope, resource, repository, pullNumber, reason } of freezes) {
    await trx
      .insertInto("frozen_resource")
      .values({
        scope,
        resource,
        repository,
        pull_number: pullNumber,
        reason: toStorableText(reason),
        since: sql<number>`keysteps_now()`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

import { sql, type Transaction } from "kysely";
import type { LaneCommit } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";

/** Lifts freezes; the rows stay for the record. One that is lifted already stays as it was. */
export async function liftFreezes(
  trx: Transaction<Tables>,
  thaws: LaneCommit["thaws"],
): Promise<void> {
  for (const { scope, resource, repository, pullNumber } of thaws) {
    await trx
      .updateTable("frozen_resource")
      .set({ lifted_at: sql<number>`keysteps_now()` })
      .where("scope", "=", scope)
      .where("resource", "=", resource)
      .where("repository", "=", repository)
      .where("pull_number", "=", pullNumber)
      .where("lifted_at", "is", null)
      .execute();
  }
}

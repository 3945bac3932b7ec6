import { createInterface } from "node:readline";
import { openStore } from "../../../src/adapters/store/open-store.ts";
import { aCommit } from "../../support/a-commit.ts";
import { aGrant } from "../../support/a-grant.ts";

/** A replica that claims a lane, and stores its decision when it is told to: says how that ended. */
async function commitLate(databaseUrl: string, schema: string): Promise<void> {
  const store = await openStore({ databaseUrl }, { schema });
  const claim = await store.claim("late", 1000);
  if (claim === undefined) throw new Error("no lane has work");
  const { lastSeq } = await store.readState(claim, []);
  console.log(claim.token);
  for await (const _line of createInterface({ input: process.stdin })) break;
  try {
    await store.commit(claim, aCommit({ lastSeq, grants: [aGrant({ unit: 1 })] }));
    console.log("stored");
  } catch (error) {
    console.log(error instanceof Error ? error.name : String(error));
  }
  await store.close();
}

const [databaseUrl = "", schema = ""] = process.argv.slice(2);
await commitLate(databaseUrl, schema);

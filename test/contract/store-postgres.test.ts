import { it } from "@jest/globals";
import { openPostgresWorld } from "../support/open-postgres-world.ts";
import { isPostgresUp } from "../support/postgres-url.ts";
import { describeStore } from "./store.ts";

if (await isPostgresUp("the store on PostgreSQL")) {
  describeStore("on PostgreSQL", openPostgresWorld);
} else {
  it.todo("the store on PostgreSQL: no server answers");
}

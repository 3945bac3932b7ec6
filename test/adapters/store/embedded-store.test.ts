import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { openStore } from "../../../src/adapters/store/open-store.ts";
import { InputError } from "../../../src/core/errors.ts";
import { aCommit } from "../../support/a-commit.ts";
import { aGrant } from "../../support/a-grant.ts";
import { aTemporaryFolder } from "../../support/a-temporary-folder.ts";
import { startScript } from "../../support/start-script.ts";

const script = "test/adapters/store/directory-script.ts";

it("keeps everything for the next process, and serves one at a time", async () => {
  const dataDir = join(await aTemporaryFolder(), "data");
  const first = startScript(script, [dataDir]);
  expect(await first.readLine()).toBe("open");
  first.send("one");
  expect(await first.readLine()).toBe("one");

  const second = startScript(script, [dataDir]);
  const refusal = await second.readLine();
  expect(refusal).toContain(`process ${first.child.pid} on`);
  expect(refusal).toContain(dataDir);
  expect(refusal).toMatch(/stop that process, or set DATABASE_URL/);
  expect(await first.end()).toBe(0);
  expect(existsSync(`${dataDir}.pid`)).toBe(false);

  const store = await openStore({ dataDir });
  const claim = await store.claim("worker", 60_000);
  if (claim === undefined) throw new Error("the event is lost");
  const { events, lastSeq } = await store.readState(claim, []);
  expect(events.map(({ delivery }) => delivery)).toEqual(["one"]);
  await store.commit(claim, aCommit({ lastSeq, grants: [aGrant()] }));
  await expect(openStore({ dataDir })).rejects.toThrow(InputError);
  await store.close();

  const reopened = await openStore({ dataDir });
  const { holds, now } = await reopened.readState(claim, []);
  expect(holds).toMatchObject([aGrant()]);
  expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
  await reopened.close();
});

it("loses nothing that was stored when its process is killed", async () => {
  const dataDir = join(await aTemporaryFolder(), "data");
  const killed = startScript(script, [dataDir]);
  expect(await killed.readLine()).toBe("open");
  const deliveries = Array.from({ length: 40 }, (_, index) => `delivery-${index}`);
  for (const delivery of deliveries) killed.send(delivery);
  for (const delivery of deliveries.slice(0, 20)) expect(await killed.readLine()).toBe(delivery);
  killed.child.kill("SIGKILL");
  expect(await killed.end()).toBe("SIGKILL");

  const store = await openStore({ dataDir });

  const claim = await store.claim("worker", 60_000);
  if (claim === undefined) throw new Error("all events are lost");
  const { events } = await store.readState(claim, []);
  expect(events.slice(0, 20).map(({ delivery }) => delivery)).toEqual(deliveries.slice(0, 20));
  await store.close();
});

import { expect, it } from "@jest/globals";
import { acceptEvent } from "../../src/flows/accept-event.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import { MemoryStore } from "../support/memory-store.ts";

it("takes a delivery once, however often it comes", async () => {
  const store = new MemoryStore(() => 0);
  const event = aLaneEvent();

  expect(await acceptEvent(event, store)).toBe("accepted");
  expect(await acceptEvent(event, store)).toBe("duplicate");
  expect(store.tables.inbox).toHaveLength(1);
});

it("lets whoever delivers know that it was not stored", async () => {
  const accept = () => Promise.reject(new Error("the database is down"));

  await expect(acceptEvent(aLaneEvent(), { accept })).rejects.toThrow("the database is down");
});

import { MemoryStore } from "./memory-store.ts";
import { MemoryTables } from "./memory-tables.ts";
import type { StoreWorld } from "./store-world.ts";

/** A database in memory. */
export async function openMemoryWorld(clock: () => number): Promise<StoreWorld> {
  const tables = new MemoryTables();
  return {
    open: async () => new MemoryStore(clock, tables),
    dispose: async () => {},
  };
}

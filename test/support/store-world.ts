import type { Store } from "../../src/flows/store-port.ts";

/** One database, empty at first, that stores can be opened on as several processes would. */
export interface StoreWorld {
  open(): Promise<Store>;
  /** Closes what was opened and leaves nothing behind. */
  dispose(): Promise<void>;
}

/** Makes such a database; `clock` is its time, epoch milliseconds. */
export type OpenStoreWorld = (clock: () => number) => Promise<StoreWorld>;

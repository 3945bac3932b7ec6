import { createInterface } from "node:readline";
import { openStore } from "../../../src/adapters/store/open-store.ts";
import type { Store } from "../../../src/flows/store-port.ts";

/**
 * An embedded store in a process of its own. Says `open`, or why not; then stores a delivery for
 * each line it is given and says the line when it is safe.
 */
async function serve(dataDir: string): Promise<void> {
  let store: Store;
  try {
    store = await openStore({ dataDir });
  } catch (error) {
    console.log(String(error));
    return;
  }
  console.log("open");
  for await (const delivery of createInterface({ input: process.stdin })) {
    await store.accept({ delivery, lane: "octo/shop", installationId: 7, name: "push" });
    console.log(delivery);
  }
  await store.close();
}

const [dataDir = ""] = process.argv.slice(2);
await serve(dataDir);

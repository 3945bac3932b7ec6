import { openMemoryWorld } from "../support/open-memory-world.ts";
import { describeStore } from "./store.ts";

describeStore("in memory", openMemoryWorld);

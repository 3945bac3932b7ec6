import { openPgliteWorld } from "../support/open-pglite-world.ts";
import { describeStore } from "./store.ts";

describeStore("on PGlite", openPgliteWorld);

import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "./clock.ts";

/** The clock of this machine. */
export const systemClock: Clock = { now: () => Date.now(), sleep };

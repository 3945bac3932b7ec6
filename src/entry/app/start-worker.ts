import type { Logger } from "pino";
import type { Clock } from "../../adapters/system/clock.ts";
import { type DrainOptions, drainLane } from "../../flows/drain-lane.ts";
import type { OpenLane } from "../../flows/lane-ports.ts";
import type { LaneClaim, Store } from "../../flows/store-port.ts";
import { sweep } from "../../flows/sweep.ts";

/** What the worker works with. */
export interface WorkerOptions extends DrainOptions {
  readonly store: Store;
  readonly openLane: OpenLane;
  /** Names this process in leases. */
  readonly owner: string;
  readonly clock: Clock;
  /** Longest wait before looking for due timers and for what other processes stored. */
  readonly pollMs: number;
  readonly sweepIntervalMs: number;
  readonly log: Logger;
}

/** The one worker of a process. */
export interface Worker {
  /** There may be something to do. */
  wake(): void;
  /** Finishes the pass under way, and starts no other. */
  stop(): Promise<void>;
}

/**
 * Drains lanes, one at a time, as long as any has work; then waits to be woken. Sweeps at once and
 * then in its interval. What goes wrong is logged and tried again.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { store, clock, log } = options;
  let isStopping = false;
  let isWoken = false;
  let rouse = () => {};
  let nextSweepAt = 0;
  const ended = run();
  return { wake, stop };

  function wake(): void {
    isWoken = true;
    rouse();
  }

  async function stop(): Promise<void> {
    isStopping = true;
    wake();
    await ended;
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      isWoken = false;
      const isBusy = await workOnce();
      if (!isBusy && !isWoken) await pause();
    }
  }

  /** Whether there may be more to do at once. */
  async function workOnce(): Promise<boolean> {
    try {
      await sweepIfDue();
      const claim = await store.claim(options.owner, options.leaseMs);
      return claim !== undefined && (await drain(claim));
    } catch (error) {
      log.error({ err: error }, "the worker could not go on; it will try again");
      return false;
    }
  }

  async function sweepIfDue(): Promise<void> {
    const now = clock.now();
    if (now < nextSweepAt) return;
    const lanes = await sweep(store, now, options.sweepIntervalMs);
    nextSweepAt = now + options.sweepIntervalMs;
    log.debug({ lanes }, "swept");
  }

  async function drain(claim: LaneClaim): Promise<boolean> {
    const { lane, installationId } = claim;
    const open = () => options.openLane(lane, installationId);
    const outcome = await drainLane(claim, store, open, options);
    if (outcome.kind === "done") log.info({ lane, sent: outcome.sent }, "a pass is done");
    else log.warn({ lane, ...outcome }, "a pass was not finished");
    return outcome.kind === "done" || outcome.kind === "blind";
  }

  function pause(): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      rouse = resolve;
    });
    return Promise.race([woken, clock.sleep(options.pollMs)]);
  }
}

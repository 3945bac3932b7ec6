import type { Logger } from "pino";
import type { Clock } from "../../adapters/system/clock.ts";
import { type DrainOptions, drainLane } from "../../flows/drain-lane.ts";
import type { ListInstalled, OpenLane } from "../../flows/lane-ports.ts";
import type { LaneClaim, Store } from "../../flows/store-port.ts";
import { sweep } from "../../flows/sweep.ts";
import type { Metrics } from "./build-metrics.ts";

/** What the worker works with. */
export interface WorkerOptions extends DrainOptions {
  readonly store: Store;
  readonly openLane: OpenLane;
  readonly listInstalled: ListInstalled;
  /** Names this process in leases. */
  readonly owner: string;
  readonly clock: Clock;
  /** Longest wait before looking for due timers and for what other processes stored. */
  readonly pollMs: number;
  readonly sweepIntervalMs: number;
  /** How many lanes are drained at the same time; at least 1. */
  readonly lanesAtOnce: number;
  readonly log: Logger;
  readonly notePass: Metrics["notePass"];
}

/** The one worker of a process. */
export interface Worker {
  /** There may be something to do. */
  wake(): void;
  /** Looks where the App is installed before it goes on, and sweeps. */
  sweepSoon(): void;
  /** Finishes the passes under way, and starts no other. */
  stop(): Promise<void>;
}

/**
 * Drains lanes, some at a time, as long as any has work; then waits to be woken. Sweeps at once and
 * then in its interval, and forgets what is long past. What goes wrong is logged and tried again.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { store, clock, log } = options;
  const underWay = new Set<Promise<void>>();
  let isStopping = false;
  let isWoken = false;
  let rouse = () => {};
  let nextSweepAt = 0;
  let sweeping: Promise<void> | undefined;
  const ended = run();
  return { wake, sweepSoon, stop };

  function wake(): void {
    isWoken = true;
    rouse();
  }

  function sweepSoon(): void {
    nextSweepAt = 0;
    wake();
  }

  async function stop(): Promise<void> {
    isStopping = true;
    wake();
    await ended;
    await Promise.all([...underWay, sweeping]);
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      isWoken = false;
      const isBusy = await workOnce();
      if (!isBusy && !isWoken) await pause();
    }
  }

  /** Whether another lane may be begun at once. */
  async function workOnce(): Promise<boolean> {
    try {
      sweepIfDue();
      if (underWay.size >= options.lanesAtOnce) return false;
      const claim = await store.claim(options.owner, options.leaseMs);
      if (claim === undefined) return false;
      const work = drain(claim).finally(() => underWay.delete(work));
      underWay.add(work);
      return true;
    } catch (error) {
      log.error({ err: error }, "the worker could not go on; it will try again");
      return false;
    }
  }

  /** Lanes are worked on meanwhile: GitHub may take its time to list them all. */
  function sweepIfDue(): void {
    const now = clock.now();
    if (sweeping !== undefined || now < nextSweepAt) return;
    nextSweepAt = now + options.sweepIntervalMs;
    sweeping = sweepOnce(now).finally(() => {
      sweeping = undefined;
      wake();
    });
  }

  async function sweepOnce(now: number): Promise<void> {
    try {
      const swept = await sweep(store, options.listInstalled, now, options.sweepIntervalMs);
      const { lanes, retired, fault } = swept;
      log.debug({ lanes }, "swept");
      if (retired.length > 0)
        log.info({ lanes: retired }, "the App has no access to these any more");
      if (fault !== undefined) log.warn({ reason: fault }, "swept known repositories only");
      await store.prune();
    } catch (error) {
      nextSweepAt = now + options.pollMs;
      log.error({ err: error }, "could not sweep; it will try again");
    }
  }

  async function drain(claim: LaneClaim): Promise<void> {
    const { lane, installationId } = claim;
    const open = () => options.openLane(lane, installationId);
    const began = clock.now();
    const note = (outcome: string) => options.notePass(outcome, (clock.now() - began) / 1000);
    try {
      const outcome = await drainLane(claim, store, open, options);
      note(outcome.kind);
      if (outcome.kind === "done") log.info({ lane, sent: outcome.sent }, "a pass is done");
      else log.warn({ lane, ...outcome }, "a pass was not finished");
    } catch (error) {
      note("broken");
      log.error({ lane, err: error }, "a pass broke off; the lane is taken up again");
    }
    wake();
  }

  function pause(): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      rouse = resolve;
    });
    return Promise.race([woken, clock.sleep(options.pollMs)]);
  }
}

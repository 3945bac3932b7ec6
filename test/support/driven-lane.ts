import { type DrainOptions, drainLane, type PassOutcome } from "../../src/flows/drain-lane.ts";
import type { LaneGitHub } from "../../src/flows/lane-ports.ts";
import type { LaneClaim, Store } from "../../src/flows/store-port.ts";
import { aLaneEvent } from "./a-lane-event.ts";
import { applyToForge } from "./apply-to-forge.ts";
import { FakeForge } from "./fake-forge.ts";
import { MemoryStore } from "./memory-store.ts";

/** What passes of these tests are allowed. */
export const drainOptions = { leaseMs: 60_000, retryMs: 1000, maxAttempts: 3 };

/**
 * octo/shop on a fake forge with the plan of the demo applied and its first task done, and a store
 * in memory. The migrations are #2 and #10; the link between them is gone, so both may start.
 */
export class DrivenLane {
  now = 1_000_000;
  readonly forge = new FakeForge(() => this.now);
  readonly store = new MemoryStore(() => this.now);
  readonly record = applyToForge(this.forge);

  constructor() {
    this.forge.closeIssue(1);
    this.forge.removeLink(10, 2);
  }

  /** Claims the lane for a new event. */
  async claim(): Promise<LaneClaim> {
    await this.store.accept(aLaneEvent());
    const claim = await this.store.claim("worker", drainOptions.leaseMs);
    if (claim === undefined) throw new Error("the lane has no work, or is held");
    return claim;
  }

  /** A new event. */
  async hear(): Promise<void> {
    await this.store.accept(aLaneEvent());
  }

  /** One pass, for a new event. */
  async pass(
    store: Store = this.store,
    github: LaneGitHub = this.forge,
    options: Partial<DrainOptions> = {},
  ): Promise<PassOutcome> {
    const how = { ...drainOptions, ...options };
    return drainLane(await this.claim(), store, async () => github, how);
  }

  /** Passes until there is no more work, a second apart; for a new event. */
  async settle(): Promise<void> {
    await this.store.accept(aLaneEvent());
    for (let turn = 0; turn < 20; turn++) {
      this.now += 1000;
      const claim = await this.store.claim("worker", drainOptions.leaseMs);
      if (claim === undefined) return;
      await drainLane(claim, this.store, async () => this.forge, drainOptions);
    }
    throw new Error("passes never end");
  }

  /** Who holds what, as `#2 database_migrations held`. */
  get holds(): readonly string[] {
    const numbers = new Map(this.record.tasks.map(({ id, issue }) => [id, issue?.number]));
    return this.store.tables.holds
      .filter(({ isReleased }) => !isReleased)
      .map(({ hold }) => `#${numbers.get(hold.holder.taskId)} ${hold.resource} ${hold.state}`);
  }
}

import type { App } from "./app.ts";

/** One attempt to tell an app of an event. */
export interface Delivery {
  readonly id: number;
  /** The same for every attempt. */
  readonly guid: string;
  readonly app: App;
  readonly installationId: number;
  readonly repositoryId: number | null;
  readonly event: string;
  readonly action: string | null;
  /** What is sent, byte for byte. */
  readonly body: string;
  readonly isRedelivery: boolean;
  /**
   * `waiting`, `sending`, `held` back by a test, `dropped` (GitHub knows nothing of it either), `OK`, or
   * why it failed.
   */
  status: string;
  /** 0 until answered. */
  statusCode: number;
  deliveredAt: number;
  durationMs: number;
}

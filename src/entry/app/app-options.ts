import type { Logger } from "pino";
import type { StorePlace } from "../../adapters/store/open-store.ts";
import type { Clock } from "../../adapters/system/clock.ts";

/** All that the App is started with. */
export interface AppOptions {
  readonly appId: number;
  /** RSA in PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Address of GitHub's REST API; github.com's if `undefined`. */
  readonly apiUrl: string | undefined;
  readonly store: StorePlace;
  /** Where to listen; on all addresses if `undefined`. */
  readonly host: string | undefined;
  /** 0 = any free one. */
  readonly port: number;
  /** Time between two looks at every repository, whether or not anything was heard. */
  readonly sweepIntervalMs: number;
  /** `github` keeps github.com's secondary limits; `none` never waits. */
  readonly pace: "github" | "none";
  readonly log: Logger;
  /** The machine's own if left out. */
  readonly clock?: Clock;
}

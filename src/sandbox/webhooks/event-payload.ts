import type { Repository } from "../state/records.ts";

/** What an event says, before it is addressed to an app. */
export interface EventPayload {
  /** As in `X-GitHub-Event`. */
  readonly event: string;
  readonly action: string | null;
  /** Where it happened; an installation happens in none. */
  readonly repository: Repository | undefined;
  /** The only app that is told; undefined for all that subscribed. */
  readonly onlyAppId?: number;
  /** Without `action`, `repository`, `organization`, `sender` and `installation`, which stand in all. */
  readonly content: object;
}

import type { Generated } from "kysely";
import type { GatePass, Hold } from "../../../core/model/hold.ts";
import type { OutboxOp } from "../../../core/model/outbox.ts";

/** The store's tables as Kysely sees them. Times are epoch milliseconds of `keysteps_now()`. */
export interface Tables {
  readonly lane: LaneTable;
  readonly inbox: InboxTable;
  readonly hold: HoldTable;
  readonly frozen_resource: FrozenResourceTable;
  readonly outbox: OutboxTable;
}

interface LaneTable {
  readonly name: string;
  readonly installation_id: number;
  readonly since: number;
  /** Fencing token: grows with each claim. */
  readonly token: Generated<number>;
  /** Who works on it; null once the claim was given back. */
  readonly owner: string | null;
  readonly lease_until: number | null;
  /** Newest event that the claim in force has seen: only those count as tried. */
  readonly read_seq: Generated<number>;
  /** The timer: when to look again though nothing is heard. */
  readonly wake_at: number | null;
  /** Nobody claims the lane before. */
  readonly wait_until: number | null;
  readonly wait_reason: string | null;
  /** GitHub asked for the wait: no event shortens it. */
  readonly wait_is_firm: Generated<boolean>;
  /** Since when the App has no access to it; null while it has. */
  readonly retired_at: number | null;
  /** When what GitHub remembers of it was taken over; null while that is to be done. */
  readonly adopted_at: number | null;
}

interface InboxTable {
  readonly seq: Generated<number>;
  readonly delivery: string;
  readonly lane: string;
  readonly installation_id: number;
  readonly name: string;
  readonly state: Generated<"pending" | "done" | "quarantined">;
  readonly attempts: Generated<number>;
  readonly reason: string | null;
  readonly received_at: number;
}

interface HoldTable {
  readonly id: Generated<string>;
  readonly scope: string;
  readonly resource: string;
  readonly unit: number;
  readonly repository: string;
  readonly plan_id: string;
  readonly task_id: string;
  readonly state: Generated<Hold["state"]>;
  readonly passes: Generated<readonly GatePass[]>;
  /** Token of the claim that granted it. */
  readonly token: number;
  readonly granted_at: number;
  readonly released_at: number | null;
  readonly release_reason: string | null;
}

interface FrozenResourceTable {
  readonly scope: string;
  readonly resource: string;
  readonly repository: string;
  readonly pull_number: number;
  readonly reason: string;
  readonly since: number;
  readonly lifted_at: number | null;
}

interface OutboxTable {
  readonly id: Generated<number>;
  readonly lane: string;
  readonly op_key: string;
  readonly op: OutboxOp;
  /** The holds that it takes back, if it is a gate; a column, for SQL never looks into ops. */
  readonly revokes: readonly string[];
  /** Token of the claim that decided it. */
  readonly token: number;
  readonly state: Generated<"unsent" | "sent" | "refused">;
  readonly attempts: Generated<number>;
  readonly reason: string | null;
  readonly created_at: number;
  readonly ended_at: number | null;
}

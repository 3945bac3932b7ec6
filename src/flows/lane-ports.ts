import type { LaneName } from "../core/model/event.ts";
import type {
  LiveComment,
  ObservedGate,
  ObservedPull,
  ObservedWork,
} from "../core/model/observed-lane.ts";
import type { OutboxOp } from "../core/model/outbox.ts";
import type { BranchFiles } from "./ports.ts";

/**
 * Reads what a pass looks at. Every list is complete or the read fails: a gate must never open on
 * something that was not looked at.
 */
export interface LaneReader {
  readDefaultBranch(): Promise<string>;
  /** Each plan's record.json, tasks.json and coordinator.json on branch `keysteps`; no head where the branch does not exist. */
  readPlanFiles(): Promise<Pick<BranchFiles, "head" | "files">>;
  /** Text of a file on the default branch, `undefined` if there is none. */
  readFile(path: string): Promise<string | undefined>;
  /** Issues by node ID; one that is gone, or no issue any more, is missing. */
  readIssues(nodeIds: readonly string[]): Promise<ReadonlyMap<string, ObservedWork>>;
  listOpenPulls(): Promise<readonly ObservedPull[]>;
  /** Pull requests by number; one that is gone is missing. */
  readPulls(numbers: readonly number[]): Promise<readonly ObservedPull[]>;
  /** Pull requests that were merged at that time or later, epoch milliseconds. */
  listMergedPulls(since: number): Promise<readonly ObservedPull[]>;
  /** The newest run of our own gate by head commit; commits without one are missing. */
  readGates(headShas: readonly string[]): Promise<ReadonlyMap<string, ObservedGate>>;
  /** Our comment on an issue whose body begins with that line. */
  readLiveComment(issueNumber: number, firstLine: string): Promise<LiveComment | undefined>;
}

/** Sends the coordinator's writes. Nothing here waits or tries again. */
export interface LaneWriter {
  send(op: OutboxOp): Promise<void>;
  /** Whether a write whose sending was begun, and whose end is unknown, has taken effect. */
  wasSent(op: OutboxOp): Promise<boolean>;
}

/** A repository on GitHub, seen as one installation of the App. */
export interface LaneGitHub {
  readonly reader: LaneReader;
  readonly writer: LaneWriter;
}

/** A repository that the App may work in. */
export interface InstalledLane {
  readonly lane: LaneName;
  readonly installationId: number;
}

/**
 * Lists every repository that the App is installed in and may write to: none of a suspended
 * installation, none that is archived. Complete, or it fails.
 */
export type ListInstalled = () => Promise<readonly InstalledLane[]>;

/** Opens the doors to a lane's repository. */
export type OpenLane = (lane: LaneName, installationId: number) => Promise<LaneGitHub>;

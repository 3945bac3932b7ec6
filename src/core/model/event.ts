/** `owner/name` in lower case: the unit of coordination. One pass at a time runs in a lane. */
export type LaneName = string;

/** A hint that something in a repository may have changed; the pass reads the rest from GitHub. */
export interface LaneEvent {
  /** GitHub's delivery GUID, or a name of our own for sweeps and wake-ups; each is taken once. */
  readonly delivery: string;
  readonly lane: LaneName;
  /** The App's installation that the repository belongs to. */
  readonly installationId: number;
  /** Such as `issues.closed`, `sweep`, `wake`. For people and metrics; decisions never look at it. */
  readonly name: string;
}

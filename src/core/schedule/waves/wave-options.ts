/** How big waves are and when the next one opens. */
export interface WaveOptions {
  /** Expected, by task. */
  readonly hours: Float64Array;
  /** An integer of at least 1. */
  readonly maxWaveSize: number;
  /** Share of a wave that must be finished before the next one opens. */
  readonly quorum: number;
  /** Most tasks under way at once. */
  readonly maxConcurrent: number;
}

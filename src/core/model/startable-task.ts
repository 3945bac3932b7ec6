/** A task whose predecessors are all done: it may start, or waits only for a resource or a slot. */
export interface StartableTask {
  readonly id: string;
  /** As the spec has it, if it has one. */
  readonly ownId: string | undefined;
  readonly title: string;
  /** Likely hours. */
  readonly hours: number | undefined;
  readonly owner: string | undefined;
  readonly skills: readonly string[];
  readonly resources: readonly string[];
  /** What it waits for; `undefined` if it may start now. */
  readonly waitsFor: string | undefined;
}

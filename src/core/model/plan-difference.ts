/** A task of one of two plans. */
interface DifferingTask {
  readonly id: string;
  readonly title: string;
}

/** What one plan has that another has not. IDs are those of the plans. */
export interface PlanDifference {
  readonly added: readonly DifferingTask[];
  readonly removed: readonly DifferingTask[];
  /** Tasks of both whose fields differ, with what each was and is. */
  readonly changed: readonly (DifferingTask & {
    readonly changes: readonly {
      readonly field: string;
      readonly was: string;
      readonly is: string;
    }[];
  })[];
  /** `A → B`. */
  readonly addedDependencies: readonly string[];
  readonly removedDependencies: readonly string[];
  /** Counts and hours that differ. */
  readonly figures: readonly { readonly name: string; readonly was: string; readonly is: string }[];
}

/** Why tasks can never start. */
export type StuckTasks =
  /** They wait for each other, each for the one before it and the first for the last. */
  | { readonly kind: "cycle"; readonly tasks: readonly string[] }
  /** It waits for a task that the plan does not have. */
  | { readonly kind: "unknown"; readonly task: string; readonly predecessor: string }
  /** It needs more units of a resource than there are. */
  | {
      readonly kind: "shortage";
      readonly task: string;
      readonly resource: string;
      readonly units: number;
      readonly capacity: number;
    };

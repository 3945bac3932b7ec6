import type { Issue, Label } from "./records.ts";
import type { User } from "./user.ts";

/** That somebody put a label on. */
export interface Labeling {
  readonly id: number;
  readonly label: Label;
  readonly actor: User;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

const labelings = new WeakMap<Issue, readonly Labeling[]>();

/** Remembers that a label was put on an issue or pull request. */
export function noteLabeling(issue: Issue, labeling: Labeling): void {
  labelings.set(issue, [...listLabelings(issue), labeling]);
}

/** Which labels were put on when, oldest first; those taken off since as well. */
export function listLabelings(issue: Issue): readonly Labeling[] {
  return labelings.get(issue) ?? [];
}

/** One choice that the planner made, as a page shows it. All texts are escaped Markdown. */
export interface Decision {
  readonly title: string;
  readonly context: string;
  /** What was chosen first. */
  readonly options: readonly { readonly name: string; readonly consequence: string }[];
  readonly why: string;
}

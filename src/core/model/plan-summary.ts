/** What one sees of a plan at a glance. */
export interface PlanSummary {
  readonly planId: string;
  readonly title: string;
  readonly specPath: string | undefined;
  readonly isOk: boolean;
  /** ISO 8601, of the spec's last change. */
  readonly changedAt: string;
  readonly features: number;
  readonly tasks: number;
  readonly done: number;
  readonly dependencies: number;
  readonly waves: number;
  /** Of the rolling frontier, in hours; `undefined` without a forecast. */
  readonly p50Hours: number | undefined;
  readonly p80Hours: number | undefined;
  readonly longestChain: number;
  /** Resources that several tasks need, with how many do. */
  readonly contended: readonly { readonly resource: string; readonly tasks: number }[];
  readonly errors: number;
  readonly warnings: number;
}

/** A task as the page shows it. All texts are as in the artifacts: whoever writes them out escapes them. */
export interface ReportTask {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly feature: string;
  /** 0 for a task that stands in no wave. */
  readonly wave: number;
  readonly state: string;
  readonly priority: string;
  readonly owner: string;
  readonly resources: readonly string[];
  /** The end of the plan hangs on it in at least half of the simulated runs, or it is on the longest chain. */
  readonly isCritical: boolean;
  /** Hours from now. */
  readonly start: number;
  readonly finish: number;
  /** What 19 in 20 runs did not exceed; `finish` where nothing was simulated. */
  readonly latest: number;
  /** `2026-03-02` to `2026-03-04`, where the plan has a calendar. */
  readonly dates: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly criteria: readonly string[];
  readonly files: readonly string[];
  /** Where the spec says it, such as `specs/shop.md:12`. */
  readonly place: string;
}

/** A plan as the page shows it. */
export interface Report {
  readonly title: string;
  readonly planId: string;
  readonly generatedAt: string;
  readonly isOk: boolean;
  readonly errors: readonly string[];
  /** What is told of the plan as a whole, name and value. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tasks: readonly ReportTask[];
  readonly features: readonly { readonly id: string; readonly title: string }[];
  readonly waves: readonly {
    readonly number: number;
    readonly tasks: readonly string[];
    readonly hours: readonly (number | undefined)[];
    readonly resources: string;
  }[];
  readonly resources: readonly string[];
  /** Without those that other edges imply. */
  readonly edges: readonly (readonly [from: string, to: string])[];
}

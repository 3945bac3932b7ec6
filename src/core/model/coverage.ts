/** A part of the product that requirements are counted by. */
export type CoverageArea = "business logic" | "api endpoints" | "security" | "database" | "testing";

/** How many requirements there are, and how many of them tasks serve. */
interface CoverageCount {
  readonly total: number;
  readonly covered: number;
}

/** A requirement that no task serves as far as can be seen. */
interface CoverageGap {
  /** As written, else `line:N`. */
  readonly id: string;
  readonly text: string;
  readonly area: CoverageArea;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** How much of what the spec asks for its tasks do. */
export interface Coverage extends CoverageCount {
  /** Some task names a requirement by its ID, so that a gap is one; else words alone speak for it. */
  readonly isTraced: boolean;
  /** Those that have requirements, in a fixed order. */
  readonly areas: readonly (CoverageCount & { readonly name: CoverageArea })[];
  /** By place. */
  readonly gaps: readonly CoverageGap[];
}

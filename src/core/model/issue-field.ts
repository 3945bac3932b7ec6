/** What of a task can stand in a field of an organisation's issues, in the order in which it is written. */
export const fieldKeys = ["priority", "estimate", "wave", "start", "target"] as const;

/** One of them: `estimate` in hours, `start` and `target` local dates (ISO 8601). */
export type FieldKey = (typeof fieldKeys)[number];

/** The organisation's names for them, as far as the settings give any. */
export type FieldNames = Readonly<Partial<Record<FieldKey, string>>>;

/** A field that an organisation has defined for its issues. */
export interface IssueField {
  readonly id: number;
  readonly name: string;
  readonly kind: "text" | "date" | "single_select" | "multi_select" | "number";
  /** Names of its options; empty but for a select. */
  readonly options: readonly string[];
}

/** A number, a text, a local date or the name of an option. */
export type FieldValue = string | number;

/** Values of an issue by the field's ID. */
export type FieldValues = ReadonlyMap<number, FieldValue>;

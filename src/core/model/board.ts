/** Which board of the repository's owner, where the settings name one. */
export interface BoardWish {
  /** Its number; else it is found by its title, or made. */
  readonly number: number | undefined;
  readonly title: string | undefined;
}

/** What a field of a board holds; `choice` is one of its options, `other` nothing that we write. */
export type BoardFieldKind = "number" | "date" | "choice" | "other";

/** A field of a board. */
export interface BoardField {
  readonly id: string;
  readonly name: string;
  readonly kind: BoardFieldKind;
  /** ID by name; empty but for a choice. */
  readonly options: ReadonlyMap<string, string>;
}

/** The value of a field: a number, a local date (ISO 8601) or the name of an option. */
export type BoardValue = number | string;

/** An issue on a board. */
interface BoardItem {
  readonly id: string;
  /** By the field's name in lower case. */
  readonly values: ReadonlyMap<string, BoardValue>;
}

/** A board (Projects v2) as GitHub has it. */
export interface Board {
  readonly id: string;
  readonly fields: readonly BoardField[];
  /** By the node ID of the issue. */
  readonly items: ReadonlyMap<string, BoardItem>;
}

/** What a shell offers for a value: `plans` are folders that hold a plan, `text` is nothing that a shell knows. */
export interface CompletedValue {
  /** As the help has it, such as `folder`. */
  readonly name: string;
  readonly kind: "files" | "folders" | "plans" | "choices" | "text";
  /** Of `choices`; else empty. */
  readonly choices: readonly string[];
}

/** What completion knows of a flag. */
export interface CompletedOption {
  /** With two dashes. */
  readonly long: string;
  /** With one dash. */
  readonly short: string | undefined;
  readonly description: string;
  /** `undefined` for a switch. */
  readonly value: CompletedValue | undefined;
  /** The value may be left out. */
  readonly isValueOptional: boolean;
}

/** What completion knows of a command. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  readonly arguments: readonly CompletedValue[];
  /** The last argument may come again. */
  readonly isLastRepeated: boolean;
}

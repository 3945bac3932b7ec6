import type { Issue, Repository } from "./records.ts";
import type { User } from "./user.ts";

/** What a field of a board holds. */
type ProjectDataType = "TITLE" | "TEXT" | "NUMBER" | "DATE" | "SINGLE_SELECT";

/** One choice of a field. */
interface ProjectOption {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

export interface ProjectField {
  readonly id: number;
  readonly name: string;
  readonly dataType: ProjectDataType;
  readonly options: readonly ProjectOption[];
}

/** The value of a field: the one of the field's own kind. */
export interface ProjectValue {
  readonly text?: string | null;
  readonly number?: number | null;
  readonly date?: string | null;
  readonly singleSelectOptionId?: string | null;
}

export interface ProjectItem {
  readonly id: number;
  readonly content: { readonly issue: Issue; readonly repository: Repository };
  /** By the field's id. */
  readonly values: Map<number, ProjectValue>;
}

/** A board of an organisation or a person. */
export interface Project {
  readonly id: number;
  readonly number: number;
  readonly owner: User;
  readonly title: string;
  readonly fields: ProjectField[];
  readonly items: ProjectItem[];
}

/** What a field is made with. */
export interface NewField {
  readonly name: string;
  readonly dataType: ProjectDataType;
  readonly singleSelectOptions?: readonly Omit<ProjectOption, "id">[] | null | undefined;
}

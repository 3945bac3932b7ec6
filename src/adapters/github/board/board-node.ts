import type { Board, BoardField, BoardFieldKind, BoardValue } from "../../../core/model/board.ts";
import type { Connection } from "../list-whole.ts";

/** The fields of a `FieldNode`, for a query. */
export const fieldFields = `
  ... on ProjectV2FieldCommon { id name dataType }
  ... on ProjectV2SingleSelectField { options { id name } }`;

/** The fields of an `ItemNode`, for a query. */
export const itemFields = `
  id
  content { ... on Issue { id } }
  fieldValues(first: 50) { nodes {
    ... on ProjectV2ItemFieldNumberValue { number field { ... on ProjectV2FieldCommon { name } } }
    ... on ProjectV2ItemFieldDateValue { date field { ... on ProjectV2FieldCommon { name } } }
    ... on ProjectV2ItemFieldSingleSelectValue { name field { ... on ProjectV2FieldCommon { name } } }
  } }`;

/** A field as GraphQL gives it; of an iteration nothing but the common part. */
export interface FieldNode {
  readonly id: string;
  readonly name: string;
  readonly dataType: string;
  readonly options?: readonly { readonly id: string; readonly name: string }[];
}

/** An item as GraphQL gives it; of a draft without content, of other kinds of values nothing. */
export interface ItemNode {
  readonly id: string;
  readonly content: { readonly id?: string } | null;
  readonly fieldValues: {
    readonly nodes: readonly (ValueNode | null)[];
  };
}

interface ValueNode {
  readonly number?: number | null;
  readonly date?: string | null;
  readonly name?: string | null;
  readonly field?: { readonly name?: string };
}

/** A board as GraphQL gives it, with a page of its items. */
export interface BoardNode {
  readonly id: string;
  readonly fields: Connection<FieldNode>;
  readonly items: Connection<ItemNode>;
}

const kinds: Readonly<Record<string, BoardFieldKind>> = {
  NUMBER: "number",
  DATE: "date",
  SINGLE_SELECT: "choice",
};

/** That field in our words. */
export function nodeToField({ id, name, dataType, options = [] }: FieldNode): BoardField {
  const kind = kinds[dataType] ?? "other";
  return { id, name, kind, options: new Map(options.map((option) => [option.name, option.id])) };
}

/** Those items by the node IDs of their issues. */
export function nodesToItems(nodes: readonly (ItemNode | null)[]): Board["items"] {
  return new Map(
    nodes.flatMap((node) => {
      const issueId = node?.content?.id;
      if (!node || issueId === undefined) return [];
      const values = node.fieldValues.nodes.flatMap((value) => {
        const name = value?.field?.name?.toLowerCase();
        const given: BoardValue | null | undefined = value?.number ?? value?.date ?? value?.name;
        return name === undefined || given == null ? [] : [[name, given] as const];
      });
      return [[issueId, { id: node.id, values: new Map(values) }] as const];
    }),
  );
}

import json from "./slice.json" with { type: "json" };

/** A JSON Schema of the slice. */
type JsonSchema = Readonly<Record<string, unknown>>;

/** One operation of GitHub's description. */
interface Operation {
  readonly method: string;
  /** With parameters in braces: `/repos/{owner}/{repo}/issues`. */
  readonly path: string;
  /** Parameters that may hold slashes. */
  readonly multiSegment?: readonly string[];
  readonly query: { readonly properties: Readonly<Record<string, JsonSchema>> };
  readonly body?: JsonSchema;
  readonly isBodyRequired?: boolean;
  readonly responses: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
}

/** What we keep of GitHub's description; made by `scripts/slice-openapi.mjs`. */
interface Slice {
  readonly source: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly webhooks: Readonly<Record<string, JsonSchema>>;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

/** The committed slice. */
export const slice = json as unknown as Slice;

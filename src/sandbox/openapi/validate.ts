import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { slice } from "./slice.ts";

/** A fault of a value against its schema: where (`/labels/0`, empty for the whole) and what. */
export interface SchemaFault {
  readonly path: string;
  readonly keyword: string;
  readonly message: string;
  /** The key that is missing or not known, where the fault is about one. */
  readonly key: string | undefined;
}

const strict = createAjv({ coerceTypes: false });
const coercing = createAjv({ coerceTypes: true });
const compiled = new Map<string, ValidateFunction>();

/**
 * The faults of a value against a place of the slice, like `#/operations/issues~1create/body`; none if it is
 * valid. Validators are compiled at first use and shared by all sandboxes of the process.
 */
export function listFaults(pointer: string, value: unknown): SchemaFault[] {
  const validate = compile(strict, pointer);
  return validate(value) ? [] : (validate.errors ?? []).map(toFault);
}

/** The same for a query: numbers and booleans in the value, which come as texts, are turned into such. */
export function coerceQuery(pointer: string, value: Record<string, unknown>): SchemaFault[] {
  const validate = compile(coercing, pointer);
  return validate(value) ? [] : (validate.errors ?? []).map(toFault);
}

/** The pointer to a part of an operation. */
export function toPointer(...parts: readonly string[]): string {
  return `#/${parts.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

function createAjv(options: { coerceTypes: boolean }): Ajv {
  const ajv = new Ajv({
    ...options,
    strict: false,
    validateSchema: false,
    code: { optimize: false },
    inlineRefs: false,
    logger: false,
  });
  formats.default(ajv);
  return ajv.addSchema({ ...slice }, "github");
}

function compile(ajv: Ajv, pointer: string): ValidateFunction {
  const key = `${ajv === strict ? "" : "coercing "}${pointer}`;
  const known = compiled.get(key) ?? ajv.compile({ $ref: `github${encodeURI(pointer)}` });
  compiled.set(key, known);
  return known;
}

function toFault(error: ErrorObject): SchemaFault {
  const { instancePath, keyword, message = keyword, params } = error;
  const key: unknown = params.additionalProperty ?? params.missingProperty;
  return { path: instancePath, keyword, message, key: typeof key === "string" ? key : undefined };
}

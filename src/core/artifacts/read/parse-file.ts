import type { z } from "zod";
import { findTwiceKey } from "../../text/find-twice-key.ts";
import type { ArtifactFault } from "./artifact-set.ts";
import { describeJsonFault } from "./describe-json-fault.ts";

/** Most faults of shape that one file is reported with. */
const maxFaults = 50;

/** A file's content, or what keeps it from being read. */
export type ParsedFile<Content> =
  | { readonly content: Content; readonly raw: unknown; readonly faults: readonly [] }
  | {
      readonly content: undefined;
      readonly raw: unknown;
      readonly faults: readonly ArtifactFault[];
    };

/**
 * Reads one JSON artifact, with or without a byte order mark: KS501 if it is missing, KS502 if it is
 * not JSON, was cut off, says a key twice or is nested beyond measure, KS503 if a field is wrong.
 */
export function parseFile<Content>(
  files: ReadonlyMap<string, string>,
  file: string,
  schema: z.ZodType<Content>,
): ParsedFile<Content> {
  const text = files.get(file)?.replace(/^\uFEFF/, "");
  if (text === undefined) return fail("KS501", `${file} is missing; run 'tasks plan' again`);
  const raw = parseJson(text);
  if (raw instanceof Error) return fail("KS502", ...describeJsonFault(file, text, raw));
  const twice = isAsWritten(raw, text) ? undefined : findTwiceKey(text);
  if (twice !== undefined) {
    const what = `${file} has the key '${twice.key}' twice in one object, so one of its values is lost`;
    return fail("KS502", `${what}; take one out`, twice.line);
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { content: parsed.data, raw, faults: [] };
  const faults = parsed.error.issues.slice(0, maxFaults).map((issue) => ({
    code: "KS503",
    severity: "error" as const,
    file,
    keys: issue.path.map((key) => (typeof key === "number" ? key : String(key))),
    message: `'${issue.path.join(".")}' is wrong: ${issue.message}; see the format of ${file}`,
  }));
  return { content: undefined, raw, faults };

  function fail(code: string, message: string, line?: number): ParsedFile<Content> {
    return {
      content: undefined,
      raw: undefined,
      faults: [{ code, severity: "error", file, keys: [], message, ...(line && { line }) }],
    };
  }
}

/** Objects and lists in each other, that no plan needs. */
const maxDepth = 200;

/** The value, or why there is none: the one way that JSON offers to ask is to catch. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeper(value, maxDepth) ? new RangeError("nested beyond measure") : value;
  } catch (error) {
    return error;
  }
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

/** Written out again it is the same text, so that nothing in it was lost in reading. */
function isAsWritten(raw: unknown, text: string): boolean {
  return JSON.stringify(raw, null, 2) === text.trimEnd();
}

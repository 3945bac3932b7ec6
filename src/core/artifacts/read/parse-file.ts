import type { z } from "zod";
import type { ArtifactFault } from "./artifact-set.ts";

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

/** Reads one JSON artifact: KS501 if it is missing, KS502 if it is not JSON, KS503 if a field is wrong. */
export function parseFile<Content>(
  files: ReadonlyMap<string, string>,
  file: string,
  schema: z.ZodType<Content>,
): ParsedFile<Content> {
  const text = files.get(file);
  if (text === undefined) return fail("KS501", `${file} is missing; run 'tasks plan' again`);
  const raw = parseJson(text);
  if (raw instanceof SyntaxError) {
    return fail("KS502", `${file} is not JSON: ${raw.message}; run 'tasks plan' again`);
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

  function fail(code: string, message: string): ParsedFile<Content> {
    return {
      content: undefined,
      raw: undefined,
      faults: [{ code, severity: "error", file, keys: [], message }],
    };
  }
}

/** The value, or why there is none: the one way that JSON offers to ask is to catch. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

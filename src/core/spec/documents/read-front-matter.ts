import { parse } from "yaml";
import type { SourceFile } from "../outline/build-source.ts";
import {
  type InlineText,
  offsetAt,
  type Span,
  sliceInline,
  toInline,
} from "../outline/inline-text.ts";

/** A top-level key of a file's front matter. */
interface FrontField {
  /** In lower case, with underscores for spaces and hyphens. */
  readonly key: string;
  /** The key's lines as written. */
  readonly line: InlineText;
  /** Its value, or those of its list, each as text with its place. */
  readonly values: readonly InlineText[];
}

/** A file's front matter. */
export interface FrontMatter {
  readonly span: Span;
  readonly fields: readonly FrontField[];
}

/**
 * Reads the YAML between the dashes at the start of a file, key by key: a line that is no YAML does not
 * take the others with it, and is kept as it stands. All values are texts.
 *
 * @returns `undefined` for a file without front matter.
 */
export function readFrontMatter({ text, start }: SourceFile): FrontMatter | undefined {
  const match = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return undefined;
  const from = match[0].indexOf("\n") + 1;
  const inside = toInline(match[1] ?? "", start + from);
  const starts = [...inside.text.matchAll(/^[A-Za-z_][\w -]*:/gm)].map(({ index }) => index);
  const fields = starts.map((at, place) => readField(sliceInline(inside, at, starts[place + 1])));
  return { span: { start, end: start + match[0].length }, fields };
}

function readField(line: InlineText): FrontField {
  const colon = line.text.indexOf(":");
  const key = line.text.slice(0, colon).trim().toLowerCase().replace(/[\s-]/g, "_");
  const rest = sliceInline(line, colon + 1);
  const parsed = parseLoosely(line.text.slice(colon + 1));
  if (parsed === null || parsed === undefined) return { key, line, values: [] };
  if (!Array.isArray(parsed)) return { key, line, values: toValues(rest, [parsed]) };
  return { key, line, values: toValues(rest, parsed) };
}

/** The places of texts in the raw value, one after the other. */
function toValues(rest: InlineText, parsed: readonly unknown[]): readonly InlineText[] {
  let from = 0;
  return parsed.flatMap((value) => {
    if (typeof value !== "string" || value.trim() === "") return [];
    const at = rest.text.indexOf(value, from);
    if (at < 0) return [toInline(value, offsetAt(rest, 0) ?? 0)];
    from = at + value.length;
    return [sliceInline(rest, at, from)];
  });
}

/** All scalars as texts; what is no YAML is one text. */
function parseLoosely(value: string): unknown {
  try {
    return parse(value, { schema: "failsafe", maxAliasCount: 0, logLevel: "silent" });
  } catch {
    return value.trim();
  }
}

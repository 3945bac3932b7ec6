import type { Code } from "mdast";
import { parse } from "yaml";
import { z } from "zod";
import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import type { Source } from "../../outline/build-source.ts";
import type { ItemBody } from "./read-item-body.ts";

/** One entry of a block of the language `accept`: a command, or words that say what must be so. */
export interface AcceptedEntry {
  readonly command: string | undefined;
  readonly expects: string | undefined;
  /** Set where there is no command. */
  readonly words: string | undefined;
  readonly line: number;
}

const entry = z.looseObject({
  cmd: z.string().optional(),
  command: z.string().optional(),
  expect: z.unknown().optional(),
});

/** Whether a block says by what a task is accepted. */
export function isAccept({ lang }: Code): boolean {
  return /^accept(?:ance)?$/i.test(lang ?? "");
}

/** Lists what the blocks of the language `accept` or `acceptance` in a task ask for, as JSON or YAML. */
export function listAccepted(body: ItemBody, source: Source): readonly AcceptedEntry[] {
  const blocks = [...body.code, ...body.entries.flatMap(({ code }) => code)].filter(isAccept);
  return blocks.flatMap((code) => {
    const line = source.placeAt(code.position?.start.offset ?? 0).line + 1;
    const read = parseLoosely(code.value);
    return (Array.isArray(read) ? read : [read]).flatMap((each) => toEntry(each, line));
  });
}

function toEntry(value: unknown, line: number): readonly AcceptedEntry[] {
  if (typeof value === "string") return toWords(value, line);
  const { success, data } = entry.safeParse(value);
  if (!success) return [];
  const { cmd, command = cmd, expect, ...rest } = data;
  const expects = expect === undefined ? undefined : JSON.stringify(expect);
  if (command !== undefined) return [{ command, expects, words: undefined, line }];
  const said = ["description", "criterion", "text", "then", "title", "name"].flatMap((key) =>
    typeof rest[key] === "string" ? [rest[key]] : [],
  );
  const named = Object.entries(rest).flatMap(([key, each]) =>
    typeof each === "object" ? [] : [`${key}: ${String(each)}`],
  );
  const words =
    said[0] ?? [...named, ...(expects === undefined ? [] : [`expect: ${expects}`])].join(", ");
  return toWords(words, line);
}

function toWords(text: string, line: number): readonly AcceptedEntry[] {
  const words = collapseWhitespace(text);
  return words === "" ? [] : [{ command: undefined, expects: undefined, words, line }];
}

/** JSON or YAML; what is neither is nothing. */
function parseLoosely(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

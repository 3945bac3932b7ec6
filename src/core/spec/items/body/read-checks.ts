import type { Code } from "mdast";
import { parse } from "yaml";
import { z } from "zod";
import type { SpecCheck } from "../../../model/spec.ts";
import type { Source } from "../../outline/build-source.ts";
import { type InlineText, toSourceSpan } from "../../outline/inline-text.ts";
import type { ItemBody } from "./read-item-body.ts";
import { valuesOf } from "./values-of.ts";

const shells = /^(?:|bash|sh|shell|zsh|console|shell-session|powershell|cmd|text)$/i;
const stated = z.array(
  z.object({
    cmd: z.string().optional(),
    command: z.string().optional(),
    expect: z.unknown().optional(),
  }),
);

/**
 * Reads the commands that show whether a task is done: blocks and code under a key such as
 * `Validation`, and blocks of the language `accept` or `acceptance` with a list of commands.
 */
export function readChecks(body: ItemBody, source: Source): readonly SpecCheck[] {
  const blocks = body.entries.flatMap(({ key, code }) => (key === "validation" ? code : []));
  const accepted = [...body.code, ...body.entries.flatMap(({ code }) => code)].filter(isAccept);
  return [
    ...valuesOf(body, "validation").flatMap((value) => readInline(value, source)),
    ...blocks.filter((code) => !isAccept(code)).flatMap((code) => readBlock(code, source)),
    ...accepted.flatMap((code) => readAccept(code, source)),
  ];
}

function isAccept({ lang }: Code): boolean {
  return /^accept(?:ance)?$/i.test(lang ?? "");
}

function readInline(value: InlineText, source: Source): readonly SpecCheck[] {
  const { line } = source.placeAt(toSourceSpan(value).start);
  return value.code.flatMap(({ start, end }) => {
    const command = value.text.slice(start, end).trim();
    return isCommand(command) ? [{ command, expects: undefined, line }] : [];
  });
}

/** Each line a command; lines that end in a backslash go on, comments are what is expected. */
function readBlock(code: Code, source: Source): readonly SpecCheck[] {
  if (!shells.test(code.lang ?? "")) return [];
  const first = source.placeAt(code.position?.start.offset ?? 0).line + 1;
  const checks: SpecCheck[] = [];
  let open = "";
  let line = first;
  for (const [index, raw] of code.value.split("\n").entries()) {
    const text = raw.trim().replace(/^\$\s+/, "");
    const expects = /^(?:#|\/\/)\s*(?:expect(?:ed|s)?|should(?:\s+\w+)?|→|=>)\s*:?\s*(.+)$/i.exec(
      text,
    )?.[1];
    const last = checks.at(-1);
    if (expects !== undefined && last !== undefined)
      checks[checks.length - 1] = { ...last, expects };
    if (text === "" || text.startsWith("#")) continue;
    if (open === "") line = first + index;
    open = `${open}${text.replace(/\\$/, "")}`;
    if (text.endsWith("\\")) continue;
    checks.push({ command: open, expects: undefined, line });
    open = "";
  }
  return checks;
}

function readAccept(code: Code, source: Source): readonly SpecCheck[] {
  const { line } = source.placeAt(code.position?.start.offset ?? 0);
  const read = stated.safeParse(parseLoosely(code.value));
  return (read.data ?? []).flatMap(({ cmd, command, expect }) => {
    const text = cmd ?? command;
    const expects = expect === undefined ? undefined : JSON.stringify(expect);
    return text === undefined ? [] : [{ command: text, expects, line: line + 1 }];
  });
}

/** JSON or YAML; what is neither is nothing. */
function parseLoosely(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function isCommand(text: string): boolean {
  return /^[a-z][\w./-]*(?:\s+\S|$)/.test(text) && !/^[\w/.-]+\.[a-z]{1,5}$/.test(text);
}

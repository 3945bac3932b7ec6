import type { Code } from "mdast";
import type { SpecCheck } from "../../../model/spec.ts";
import type { Source } from "../../outline/build-source.ts";
import { type InlineText, toSourceSpan } from "../../outline/inline-text.ts";
import { isAccept, listAccepted } from "./list-accepted.ts";
import type { ItemBody } from "./read-item-body.ts";
import { valuesOf } from "./values-of.ts";

const shells = /^(?:|bash|sh|shell|zsh|console|shell-session|powershell|cmd|text)$/i;
/**
 * Reads the commands that show whether a task is done: blocks and code under a key such as
 * `Validation`, and blocks of the language `accept` or `acceptance` with a list of commands.
 */
export function readChecks(body: ItemBody, source: Source): readonly SpecCheck[] {
  const blocks = body.entries.flatMap(({ key, code }) => (key === "validation" ? code : []));
  return [
    ...valuesOf(body, "validation").flatMap((value) => readInline(value, source)),
    ...blocks.filter((code) => !isAccept(code)).flatMap((code) => readBlock(code, source)),
    ...listAccepted(body, source).flatMap(({ command, expects, line }) =>
      command === undefined ? [] : [{ command, expects, line }],
    ),
  ];
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

function isCommand(text: string): boolean {
  return /^[a-z][\w./-]*(?:\s+\S|$)/.test(text) && !/^[\w/.-]+\.[a-z]{1,5}$/.test(text);
}

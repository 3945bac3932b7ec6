import { InputError } from "../../errors.ts";

/** One line of a mapping: what it calls a task, and the issue's number. */
export interface MappedIssue {
  /** The task's own ID, its ID in the plan, or its title, as written. */
  readonly name: string;
  readonly number: number;
}

/**
 * Reads which issue is which task's: a JSON object (`{"T001": 12}`), or lines that name a task and an
 * issue in either order (`T001,12`, `T001: #12`, `| T001 | #12 |`, `- #12: Title - https://…/issues/12`).
 * Lines without a number name nothing.
 *
 * @throws {InputError} if it names no issue at all.
 */
export function parseMapping(text: string, path: string): readonly MappedIssue[] {
  const mapped = text.trim().startsWith("{")
    ? parseObject(text)
    : text.split("\n").flatMap(parseLine);
  if (mapped.length > 0) return mapped;
  throw new InputError(
    `Cannot read ${path} as a mapping of tasks to issues: no line names both; write lines such as "T001: #12"`,
  );
}

function parseObject(text: string): readonly MappedIssue[] {
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return entries.flatMap(([name, value]) => {
      const number = Number(String(value).replace(/^.*[#/]/, ""));
      return Number.isInteger(number) && number > 0 ? [{ name, number }] : [];
    });
  } catch {
    return []; // told as a mapping that names nothing
  }
}

const address = /(?:[\w.-]+\/[\w.-]+)?#(\d+)|https?:\/\/\S*\/issues\/(\d+)\S*/g;

function parseLine(line: string): readonly MappedIssue[] {
  const found = [...line.matchAll(address)].map(([, short, long]) => Number(short ?? long));
  const numbers = new Set(found);
  const bare = numbers.size === 0 ? /^(.*?)[,;|:=\s]+(\d+)[\s|]*$/.exec(line) : null;
  const number = bare ? Number(bare[2]) : [...numbers][0];
  if (numbers.size > 1 || number === undefined) return [];
  const name = (bare?.[1] ?? line.replace(address, " "))
    .replace(/^[\s|*+-]+|[\s|:,;=()-]+$/g, "")
    .replace(/^[\s|:,;=-]+/, "");
  return name === "" ? [] : [{ name, number }];
}

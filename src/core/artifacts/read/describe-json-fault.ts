import { findJsonBreak } from "../../text/find-json-break.ts";

/** Most characters of a line that are quoted. */
const mostQuoted = 40;

/** What keeps a text from being JSON and what to do, and the line, from 1. */
export function describeJsonFault(
  file: string,
  text: string,
  error: unknown,
): readonly [message: string, line: number] {
  if (error instanceof RangeError) {
    return [`${file} is nested more than 200 levels deep; run 'tasks plan' again`, 1];
  }
  if (text.trim() === "") return [`${file} is empty; run 'tasks plan' again`, 1];
  const offset = findJsonBreak(text);
  const line = text.slice(0, offset).split("\n").length;
  const rest = text.slice(offset);
  const [quoted = ""] = rest.split("\n");
  // a text that breaks off amid a string has nothing but that string left
  const isCut = rest.trim() === "" || (rest.startsWith('"') && !rest.includes("\n"));
  return isCut
    ? [`${file} was cut off in line ${line}, before it is closed; run 'tasks plan' again`, line]
    : [
        `${file} is not JSON from '${quoted.slice(0, mostQuoted)}' on; correct line ${line}, or run 'tasks plan' again`,
        line,
      ];
}

import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";

/** Words that make a skill; more are a sentence. */
const mostWords = 4;

/**
 * Reads what a `Skills` key says: names with commas between them or one a line, in brackets or not;
 * what stands behind a name in brackets or after a colon or a dash is a remark.
 *
 * @returns Each name once, and whether that is all that the lines say.
 */
export function readSkills(lines: readonly string[]): {
  readonly skills: readonly string[];
  readonly isWhole: boolean;
} {
  const said = lines
    .flatMap((line) => line.replace(/^\s*\[(.*)\]\s*$/, "$1").split(/\s*[,;，、]\s*/))
    .map((part) => part.replace(/^[\s`'"[]+|[\s`'"\].]+$/g, ""))
    .filter((part) => part !== "" && !/^(?:none|n\/?a|-|–|—)$/i.test(part));
  const names = said.map((part) =>
    collapseWhitespace(part.replace(/\s*(?:[:：(（]|\s[-–—]\s).*$/, "")).replace(/[`\]]+$/, ""),
  );
  const isName = (name: string) => name !== "" && name.split(" ").length <= mostWords;
  return {
    skills: [...new Set(names.filter(isName))],
    isWhole: names.every((name, at) => isName(name) && name === said[at]),
  };
}

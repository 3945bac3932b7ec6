import { readFileSync } from "node:fs";

/**
 * The rules of docs/diagnostics.md by code: what is found, why, how to mend it, and the anchor of its
 * table. The build puts them into the program, so that they stand in one place.
 *
 * @returns {Record<string, { what: string, cause: string, mend: string, anchor: string }>}
 */
export function readRules() {
  const rules = {};
  let anchor = "";
  for (const line of readFileSync("docs/diagnostics.md", "utf8").split("\n")) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined)
      anchor = heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, "")
        .replaceAll(" ", "-");
    const [, code, , what, cause, mend] = line.split("|").map((cell) => cell.trim());
    if (/^KS\d{3}$/.test(code ?? "")) rules[code] = { what, cause, mend, anchor };
  }
  return rules;
}

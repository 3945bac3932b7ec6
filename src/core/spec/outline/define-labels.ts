import type { Nodes, Root } from "mdast";

/** Labels that a text defines for its links and footnotes: as written, by the form in which they are compared. */
export type Labels = ReadonlyMap<string, string>;

const label = /\[((?:[^[\]\\]|\\[\s\S])+)\]/g;
const definition = /^[ \t>*+\-\d.)]*\[((?:[^[\]\\\n]|\\[^\n])+)\]:/gm;

/** Labels of the lines that look like definitions; some may stand in code, others be wrapped and missed. */
export function guessLabels(text: string): Labels {
  return toLabels(Array.from(text.matchAll(definition), ([, written = ""]) => written));
}

/** Labels that parsed text does define. Offsets of the tree are offsets into `text`. */
export function listLabels(root: Root, text: string): Labels {
  const written: string[] = [];
  visit(root);
  return toLabels(written);

  function visit(node: Nodes): void {
    if (node.type === "definition" || node.type === "footnoteDefinition") {
      const at = node.position?.start.offset ?? 0;
      written.push(/^\[((?:[^[\]\\]|\\[\s\S])+)\]/.exec(text.slice(at, at + 1_100))?.[1] ?? "");
    }
    if ("children" in node && node.type !== "paragraph")
      for (const child of node.children) visit(child);
  }
}

/**
 * Definitions to put before a stretch of text, so that links and footnotes in it that are defined
 * elsewhere are known as such; empty where it has none.
 */
export function renderDefinitions(text: string, defined: Labels): string {
  if (defined.size === 0) return "";
  const used = new Set<string>();
  for (const [, written = ""] of text.matchAll(label)) {
    const known = defined.get(toKey(written));
    if (known !== undefined) used.add(known);
  }
  const lines = [...used].sort().map((each) => `[${each}]: x\n`);
  // The comment keeps what follows from being read as part of a footnote.
  return lines.length === 0 ? "" : `${lines.join("\n")}\n<!-- -->\n\n`;
}

function toLabels(written: readonly string[]): Labels {
  return new Map(
    written
      .filter((each) => each.trim() !== "")
      .map((each) => [toKey(each), each.replace(/\s+/g, " ")]),
  );
}

/** Labels are the same whatever their case and white space. */
function toKey(written: string): string {
  return written
    .replace(/[\t\n\r ]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}

import type { Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";

// A single tilde is a box of ours (`[~]`) or "about", never strike-through.
const parser = remark().use(remarkGfm, { singleTilde: false }).freeze();
const wordParser = leaveOutAddresses().freeze();

/** No bare address is without one of these; an escape or a character reference may stand in it. */
const address = /@|&#|&[a-z]\w*;|https?\\?:|www\\?\./i;

/**
 * The tree of some GitHub Markdown, as remark gives it.
 *
 * Looking for bare addresses makes remark try every word for one, which takes a third of its time: it
 * is left out where none can stand, which gives the same tree.
 */
export function parseTree(markdown: string): Root {
  return (address.test(markdown) ? parser : wordParser).parse(markdown);
}

/** The same parser without what remark-gfm adds for bare addresses; all else that it adds stays. */
function leaveOutAddresses() {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = parser.data();
  return remark().data({
    micromarkExtensions: micromarkExtensions.map((extension) => ({
      ...extension,
      text: Object.fromEntries(
        Object.entries(extension.text ?? {}).map(([unit, constructs = []]) => [
          unit,
          [constructs].flat().filter(({ name }) => name?.endsWith("Autolink") !== true),
        ]),
      ),
    })),
    fromMarkdownExtensions: fromMarkdownExtensions
      .flat()
      .filter(({ enter }) => !("literalAutolink" in (enter ?? {}))),
  });
}

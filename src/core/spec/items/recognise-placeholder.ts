import { type InlineText, sliceInline } from "../outline/inline-text.ts";

const placeholderId =
  /^(?:Task\s+)?(?:T\d+[XN]+|TX{2,}|T[#?]{2,}|T-?\{\{\s*\w+\s*\}\}|Task\s+[XN](?:\.[XYNM])*(?=[\s:]))(?![a-z])|^\{\{[^{}\n]+\}\}$/;
/** What templates put in the place of one name: `[Entity1]`, `[Service]`. */
const noun = /^(?:Entity|Service|Model|Endpoint|Resource|Module|Component|Feature)\d*$/;
/** What a template asks its reader for, with nothing said yet. */
const unsaid =
  /^(?:TODO|TBD)(?:\s*[:：—–-]\s*(?:fill\s+(?:this\s+|it\s+|me\s+)?in|tbd|\.{3}|…)?)?\s*$|^<(?:describe|task|insert|your|add|name|title)(?:\s+[a-z]+)*>\s*$/i;
const shouted = /\b(?:NAME|TITLE|DATE|DESCRIPTION|NUMBER|PATH|LINK|HERE)$/;
const bracketed = /(?<=^|[\s(:])\[([^\][\n]{2,120})\](?=$|[\s).,:;])/g;

/**
 * Finds text that a template left to be filled in: an ID such as `T00X` at the start, or words in
 * square brackets such as `[Task Title]` or `[FEATURE NAME]`, a name in double braces, or nothing but
 * `TODO: fill in` or `<describe task>`.
 *
 * Code, tags and route parts are never placeholders: one word in brackets counts only where nothing
 * else is said, or where it is one that templates use.
 *
 * @returns The first placeholder, or `undefined`.
 */
export function recognisePlaceholder(text: InlineText): InlineText | undefined {
  const id = placeholderId.exec(text.text);
  if (id !== null) return sliceInline(text, 0, id[0].length);
  const open = unsaid.exec(text.text);
  if (open !== null) return sliceInline(text, 0, open[0].length);
  for (const match of text.text.matchAll(bracketed)) {
    const start = match.index;
    const end = start + match[0].length;
    const isAlone = match[0] === text.text.trim();
    if (isFillable(match[1] ?? "", isAlone) && !isOfCode(text, start, end)) {
      return sliceInline(text, start, end);
    }
  }
  return undefined;
}

function isFillable(inside: string, isAlone: boolean): boolean {
  if (/^(?:P|PARALLEL|P\d|US-?\d+.*|x|X)$/.test(inside)) return false;
  if (isFileList(inside) || /^(?:needs|requires|depends|after|blocked|waits)\b/i.test(inside))
    return false;
  if (/^\^|^#?\d+$|:\s*\S/.test(inside)) return false;
  if (
    /^(?:count|component|feature|language|framework|(?:brief )?title)$/i.test(inside) ||
    noun.test(inside)
  )
    return true;
  if (/^[A-Z]{2,}(?:[ _-][A-Z]+)+$/.test(inside)) return shouted.test(inside);
  return isAlone ? /[a-z]{2}/.test(inside) : /[a-z]\s+\S/.test(inside);
}

/** `[src/a.ts, src/b.ts]` */
function isFileList(inside: string): boolean {
  const parts = inside.split(/,\s*/);
  return (
    parts.length > 1 && parts.every((part) => /^["']?[\w@./*-]+\.[a-z]\w{0,5}["']?$/i.test(part))
  );
}

/** The brackets stand in code, or hold nothing but code with commas between. */
function isOfCode({ text, code }: InlineText, start: number, end: number): boolean {
  const isCode = (at: number) => code.some((span) => span.start <= at && at < span.end);
  const inside = [...Array(end - start - 2).keys()].map((index) => start + 1 + index);
  return isCode(start) || inside.every((at) => isCode(at) || /[\s,]/.test(text[at] ?? ""));
}

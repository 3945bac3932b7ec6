const token = /\s+|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[\s\S]/g;

/** What may come next: a value, a value or the end of a list, a key, a key or the end of an object, … */
type Wanted = "value" | "item" | "key" | "member" | "colon" | "more";
type Kind = "text" | "word" | "[" | "{" | "]" | "}" | "," | ":" | "else";

const value = { text: "more", word: "more", "[": "item", "{": "member" } as const;

/** What may come after a piece, by what was wanted; nothing where it must not stand there. */
const grammar: Readonly<Record<Wanted, Partial<Record<Kind, Wanted>>>> = {
  value,
  item: { ...value, "]": "more" },
  key: { text: "colon" },
  member: { text: "colon", "}": "more" },
  colon: { ":": "value" },
  more: { "]": "more", "}": "more", ",": "value" },
};

const openings: Readonly<Partial<Record<Kind, string>>> = { "]": "[", "}": "{" };

/**
 * The offset at which a text stops being JSON: of the first piece that cannot stand there, or the
 * length of the text where it only ends too soon. Of a valid text its length.
 */
export function findJsonBreak(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = "value";
  for (const { 0: piece, index } of text.matchAll(token)) {
    if (piece.trim() === "") continue;
    const kind = toKind(piece);
    const next: Wanted | undefined = grammar[wanted][kind];
    const opening = openings[kind];
    const isStray =
      (opening !== undefined && open.pop() !== opening) || (kind === "," && open.length === 0);
    if (next === undefined || isStray) return index;
    if (kind === "[" || kind === "{") open.push(kind);
    wanted = kind === "," && open.at(-1) === "{" ? "key" : next;
  }
  return text.length;
}

function toKind(piece: string): Kind {
  if (piece.length > 1 && piece.startsWith('"')) return "text";
  if (/^(?:-?\d|true|false|null)/.test(piece)) return "word";
  return "[]{},:".includes(piece) ? (piece as Kind) : "else";
}

/**
 * Says for each UTF-16 unit of `value` where it stands in `raw`, the source that it was read from.
 *
 * `raw` may hold more: backslash escapes, character references, indentation and quote marks of
 * wrapped lines. The places never run backwards; where source and value part for good, the last
 * known place is repeated. Time grows with the two lengths. `undefined` where `raw` begins with the
 * very text: each unit then stands at its own index.
 */
export function alignText(value: string, raw: string): readonly number[] | undefined {
  if (raw.startsWith(value) && !value.includes("&")) return undefined;
  const places: number[] = [];
  let next = 0;
  for (let index = 0; index < value.length; index += 1) {
    const found = findUnit(value.charAt(index), raw, next);
    places.push(Math.min(found.at, Math.max(raw.length - 1, 0)));
    next = found.next;
  }
  return places;
}

const reference = /&(?:#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{0,31});/y;

/** Where the unit stands at or after `from`, and where to go on. */
function findUnit(unit: string, raw: string, from: number): { at: number; next: number } {
  let at = from;
  while (at < raw.length) {
    const here = raw.charAt(at);
    if (here === "&") return { at, next: at + measureReference(raw, at) };
    if (here === unit || (here === "\r" && unit === "\n") || here === "\0") {
      return { at, next: at + 1 };
    }
    if (!/[\s\\>]/.test(here)) break;
    at += 1;
  }
  return { at, next: at };
}

/** Length of the character reference that starts at `at`; 1 for a bare `&`. */
function measureReference(raw: string, at: number): number {
  reference.lastIndex = at;
  return reference.exec(raw)?.[0].length ?? 1;
}

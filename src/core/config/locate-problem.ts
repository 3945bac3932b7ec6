import { type Document, isMap, isNode, isPair, isScalar, type LineCounter, type Node } from "yaml";
import type { Place } from "../model/diagnostic.ts";

/**
 * Where a key path stands in a YAML document: the key itself, else the nearest
 * thing around it that has a place, else the first line.
 */
export function locateProblem(
  document: Document,
  lines: LineCounter,
  keys: readonly PropertyKey[],
  path: string,
): Place {
  let place: Place = { path, line: 1, column: 1 };
  let node: unknown = document.contents;
  for (const key of keys) {
    const step = findStep(node, key);
    if (step.mark?.range) {
      const { line, col } = lines.linePos(step.mark.range[0]);
      place = { path, line, column: col };
    }
    node = step.value;
  }
  return place;
}

/** What stands under a key, and the node to point at. */
function findStep(node: unknown, key: PropertyKey): { mark: Node | undefined; value: unknown } {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && toKey(item.key) === String(key));
    return { mark: isNode(pair?.key) ? pair.key : undefined, value: pair?.value };
  }
  const value =
    typeof node === "object" && node !== null && "get" in node && typeof node.get === "function"
      ? node.get(key, true)
      : undefined;
  return { mark: isNode(value) ? value : undefined, value };
}

function toKey(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

import { isCollection, isMap, isNode, isScalar, type Node } from "yaml";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { parseSettings } from "./parse-settings.ts";

/**
 * Tells where a settings file states a value, by its keys: the key itself, or the one around it whose
 * value is written in short. `undefined` where a default holds: the file says nothing of it, or what it
 * says is wrong and has no effect.
 *
 * @param diagnostics What was found wrong in the file.
 */
export function findStatement(
  text: string,
  path: string,
  diagnostics: readonly Diagnostic[],
): (keys: readonly string[]) => Place | undefined {
  const { document, lines } = parseSettings(text);
  if (document.errors.length > 0 || diagnostics.some(({ code }) => code === "KS401"))
    return () => undefined;
  return (keys) => {
    const steps = listSteps(document.contents, keys);
    const entry = steps[keys[0] === "resources" ? 1 : 0];
    const last = steps.at(-1);
    if (last === undefined || (entry && isRefused(entry))) return undefined;
    const isNull = isScalar(last.value) && last.value.value === null;
    const isRemoval = keys[0] === "resources" && last === entry;
    return isNull && !isRemoval ? undefined : toPlace(last.key);
  };

  function isRefused({ key, value }: Step): boolean {
    const from = key.range?.[0] ?? 0;
    const to = (isNode(value) ? value.range?.[1] : undefined) ?? from;
    return diagnostics.some(({ at }) => {
      const offset = (lines.lineStarts[at.line - 1] ?? 0) + at.column - 1;
      return from <= offset && offset <= to;
    });
  }

  function toPlace(key: Node): Place {
    const { line, col } = lines.linePos(key.range?.[0] ?? 0);
    return { path, line, column: col };
  }
}

/** A key on the way, and what stands under it. */
interface Step {
  readonly key: Node;
  readonly value: unknown;
}

/** The keys on the way, up to a value that is no map; none where the file does not go that way. */
function listSteps(contents: unknown, keys: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  let node = contents;
  for (const name of keys) {
    const step = findStep(node, name);
    if (step === undefined) return [];
    steps.push(step);
    node = step.value;
    if (!isCollection(node)) break;
  }
  return steps;
}

function findStep(map: unknown, name: string): Step | undefined {
  if (!isMap(map)) return undefined;
  const pair = map.items.find(({ key }) => String(isScalar(key) ? key.value : key) === name);
  return isNode(pair?.key) ? { key: pair.key, value: pair.value } : undefined;
}

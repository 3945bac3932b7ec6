import type { ArtifactFault, FilePlace } from "./artifact-set.ts";
import { listParents } from "./list-parents.ts";

/** Faults of these kinds follow from others; those of one other kind stand side by side. */
const derived = new Set([
  "KS504",
  "KS506",
  "KS507",
  "KS517",
  "KS518",
  "KS519",
  "KS524",
  "KS525",
  "KS526",
]);

/**
 * Puts faults together that one wrong value explains: those that were held against the same value,
 * and those of several kinds that lie in one, become one fault at it, which tells all of them. A
 * fault that shares its ground with no other stays as it is.
 *
 * The value that explains most comes first. Of the faults put together the first gives its code,
 * and its place if that lies within the value.
 */
export function mergeFaults(faults: readonly ArtifactFault[]): readonly ArtifactFault[] {
  const errors = faults.filter(({ severity }) => severity === "error");
  const open = new Set(errors);
  const merged: ArtifactFault[] = faults.filter(({ severity }) => severity !== "error");
  for (const { ground, explained } of listGrounds(errors)) {
    const left = explained.filter(({ fault }) => open.has(fault));
    if (!isExplained(left)) continue;
    for (const { fault } of left) open.delete(fault);
    merged.push(
      merge(
        ground,
        left.map(({ fault }) => fault),
      ),
    );
  }
  return [...merged, ...open];
}

interface Explained {
  readonly fault: ArtifactFault;
  /** It was held against the value, and does not merely lie in it. */
  readonly isHeld: boolean;
}

interface Explanation {
  readonly ground: FilePlace;
  readonly explained: Explained[];
}

function isExplained(some: readonly Explained[]): boolean {
  const codes = new Set(some.map(({ fault }) => fault.code));
  const isOneKind = codes.size === 1;
  const isDerived = some.some(({ fault }) => derived.has(fault.code));
  return some.length > 1 && isDerived && (!isOneKind || some.every(({ isHeld }) => isHeld));
}

/** Values that more than one fault rests on, the one that explains most first. */
function listGrounds(faults: readonly ArtifactFault[]): readonly Explanation[] {
  const grounds = new Map<string, Explanation>();
  for (const fault of faults) {
    const held = [{ file: fault.file, keys: fault.keys }, ...(fault.rests ?? [])];
    const places = new Map(held.map((ground) => [toKey(ground), { ground, isHeld: true }]));
    for (const ground of listParents(fault)) {
      const key = toKey(ground);
      if (!places.has(key)) places.set(key, { ground, isHeld: false });
    }
    for (const [key, { ground, isHeld }] of places) {
      const known = grounds.get(key) ?? { ground, explained: [] };
      known.explained.push({ fault, isHeld });
      grounds.set(key, known);
    }
  }
  return [...grounds.values()]
    .filter(({ explained }) => explained.length > 1)
    .sort((a, b) => b.explained.length - a.explained.length);
}

/** Most faults that one message tells. */
const mostTold = 12;

function merge(ground: FilePlace, faults: readonly ArtifactFault[]): ArtifactFault {
  const [first] = faults;
  if (first === undefined) throw new RangeError("there is nothing to put together");
  const inside = faults.find((fault) => isWithin(fault, ground));
  const { file, keys } = inside ?? ground;
  const parts = faults.map(({ message }) => splitMend(message));
  const said = [...new Set(parts.map(([what]) => what))];
  const more = said.length > mostTold ? ` (and ${said.length - mostTold} more)` : "";
  const message = `${said.slice(0, mostTold).join("; ")}${more}; ${parts[0]?.[1] ?? ""}`;
  return { code: first.code, severity: first.severity, file, keys, message };
}

function isWithin({ file, keys }: FilePlace, ground: FilePlace): boolean {
  return file === ground.file && ground.keys.every((key, at) => keys[at] === key);
}

function splitMend(message: string): readonly [what: string, mend: string] {
  const at = message.lastIndexOf("; ");
  return at < 0
    ? [message, "run 'tasks plan' again"]
    : [message.slice(0, at), message.slice(at + 2)];
}

function toKey({ file, keys }: FilePlace): string {
  return JSON.stringify([file, ...keys]);
}

/** One step down a JSON value: a key or an index. */
type Step = string | number;

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The line, from 1, on which the value at a path begins in a valid JSON text;
 * where there is no such value, that of the nearest one around it.
 */
export function findJsonLine(text: string, path: readonly Step[]): number {
  const frames: Frame[] = [];
  let best = { depth: -1, offset: 0 };
  for (const { 0: piece, index } of text.matchAll(token)) {
    if (isValueStart(piece, frames.at(-1))) {
      if (frames.length > best.depth && isOnWay(frames, path)) {
        best = { depth: frames.length, offset: index };
      }
      if (best.depth === path.length) break;
    }
    move(piece, frames);
  }
  return countLines(text, best.offset);
}

/** An object or array that is open, and the place in it. */
interface Frame {
  step: Step;
  isKeyNext: boolean;
}

function isValueStart(piece: string, top: Frame | undefined): boolean {
  return !"}],:".includes(piece) && !top?.isKeyNext;
}

function isOnWay(frames: readonly Frame[], path: readonly Step[]): boolean {
  return frames.length <= path.length && frames.every(({ step }, at) => step === path[at]);
}

function move(piece: string, frames: Frame[]): void {
  const top = frames.at(-1);
  if (piece === "}" || piece === "]") frames.pop();
  else if (piece === "{") frames.push({ step: "", isKeyNext: true });
  else if (piece === "[") frames.push({ step: 0, isKeyNext: false });
  else if (top === undefined || piece === ":") return;
  else if (piece === "," && typeof top.step === "number") top.step++;
  else if (piece === ",") top.isKeyNext = true;
  else if (top.isKeyNext) {
    top.step = JSON.parse(piece) as string;
    top.isKeyNext = false;
  }
}

function countLines(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

import MarkdownIt from "markdown-it";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import type { SpecDocument } from "../../src/core/model/spec.ts";
import { parsePiece } from "../../src/core/spec/outline/parse-piece.ts";
import { parseSpec } from "../../src/core/spec/parse-spec.ts";
import { hostileBlocks } from "./hostile-blocks.ts";
import { dialects, makeSpec } from "./make-spec.ts";
import { Verdict } from "./verdict.ts";

const sizes = [10_000, 100_000, 1_000_000, 10_000_000];
const parser = remark().use(remarkGfm, { singleTilde: false }).freeze();
const peer = new MarkdownIt();

/** What reading one text takes, in milliseconds of processor time, beside what parsers alone take for it. */
interface Figures {
  readonly bytes: number;
  readonly tasks: number;
  readonly read: number;
  readonly remark: number;
  readonly markdownIt: number;
}

/**
 * Reading specs of four sizes and five manners, beside remark alone on the same pieces and markdown-it
 * on the same text; then blocks made to be slow.
 */
export function run(args: readonly string[]): Promise<number> {
  const isJson = args.includes("--json");
  const verdict = new Verdict(isJson ? () => undefined : console.log);
  measure(makeText(100_000), 5);
  const bySize = sizes.map((bytes) => show("mixed", makeText(bytes), bytes < 1_000_000 ? 9 : 2));
  const byDialect = dialects.map((name) => show(name, makeSpec(200_000, name), 3));
  const blocks = Object.entries(hostileBlocks).map(([name, text]) => ({ name, read: time(text) }));
  const retainedMegabytes = measureRetained(makeText(10_000_000));

  const big = bySize.slice(-2);
  verdict.atMost("growth exponent, 10 kB to 10 MB", findExponent(bySize), 1.1);
  verdict.atMost("reading, times remark alone", Math.max(...big.map(toRatio)), 1.5);
  verdict.atLeast("speed", Math.min(...big.map(toSpeed)), 0.5, " MB/s");
  const slowest = blocks.toSorted((a, b) => b.read - a.read)[0] ?? { name: "none", read: 0 };
  verdict.atMost(`slowest block of 60 kB (${slowest.name})`, slowest.read, 620, " ms");
  if (isJson) {
    console.log(JSON.stringify({ bySize, byDialect, blocks, retainedMegabytes }, undefined, 2));
  } else {
    console.log(`retained after 10 MB: ${retainedMegabytes.toFixed(0)} MB`);
    const alone = Math.min(...big.map(({ bytes, remark }) => toSpeed({ bytes, read: remark })));
    console.log(`remark alone on this machine, now: ${alone.toFixed(2)} MB/s`);
  }
  return Promise.resolve(verdict.exitCode);

  function show(name: string, text: string, runs: number): Figures & { readonly name: string } {
    const figures = measure(text, runs);
    const { bytes, tasks, read, remark, markdownIt } = figures;
    const parts = [
      `${(bytes / 1e6).toFixed(2)} MB, ${tasks} tasks: ${read.toFixed(0)} ms`,
      `${toSpeed(figures).toFixed(2)} MB/s`,
      `remark alone ${remark.toFixed(0)} ms (${toRatio(figures).toFixed(2)} times)`,
      `markdown-it ${markdownIt.toFixed(0)} ms`,
    ];
    if (!isJson) console.log(`${name}: ${parts.join("; ")}`);
    return { name, ...figures };
  }
}

/** A text of all manners, a fifth of each. */
function makeText(bytes: number): string {
  return dialects.map((name) => makeSpec(bytes / dialects.length, name)).join("\n");
}

function measure(text: string, runs: number): Figures {
  const pieces = listPieces(text);
  const found = { tasks: 0, read: Infinity, remark: Infinity, markdownIt: Infinity };
  // In turns, so that what else the machine does falls on all alike.
  for (let turn = 0; turn < runs; turn += 1) {
    found.read = Math.min(
      found.read,
      measureWork(() => (found.tasks = read(text).tasks.length)),
    );
    const parsePieces = () => pieces.map((piece) => parser.parse(piece));
    found.remark = Math.min(found.remark, measureWork(parsePieces));
    found.markdownIt = Math.min(
      found.markdownIt,
      measureWork(() => peer.parse(text, {})),
    );
  }
  return { bytes: Buffer.byteLength(text), ...found };
}

function read(text: string): SpecDocument {
  return parseSpec([{ path: "tasks.md", text }], "tasks.md");
}

function time(block: string): number {
  const whole = `# Title\n\n- [ ] T001 First\n\n${block}\n\n- [ ] T002 Last\n`;
  return Math.min(...[1, 2, 3].map(() => measureWork(() => read(whole))));
}

/**
 * Processor time that some work takes, in milliseconds, that of collecting garbage included: unlike
 * time on the wall it hardly grows when others use the machine.
 */
function measureWork(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function listPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const piece = parsePiece(text, start, (markdown) => parser.parse(markdown));
    if (piece === undefined) throw new Error("The benchmark's own text holds a block too long");
    pieces.push(text.slice(piece.start, piece.end));
    start = piece.end;
  }
  return pieces;
}

/** Slope of time over size, both as logarithms: 1 where twice the text takes twice the time. */
function findExponent(bySize: readonly Figures[]): number {
  const points = bySize.map(({ bytes, read }) => [Math.log(bytes), Math.log(read)] as const);
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const rise = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return rise / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

function toRatio({ read, remark }: Figures): number {
  return read / remark;
}

function toSpeed({ bytes, read }: Pick<Figures, "bytes" | "read">): number {
  return bytes / 1_000 / read;
}

function measureRetained(text: string): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const document = read(text);
  globalThis.gc?.();
  const after = process.memoryUsage().heapUsed;
  return document.tasks.length > 0 ? (after - before) / 1e6 : 0;
}

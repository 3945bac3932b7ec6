import type { Code } from "mdast";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isDependencyHeading } from "../statements/is-dependency-heading.ts";
import type { Source } from "./build-source.ts";
import type { Block, Outline } from "./outline.ts";

const drawingMarks = /[\u2500-\u257F▲▼►◄↓↑→←⇒]|--+>|<--+/;
const namedThings = /\b(?:T-?\d{2,}|(?:phase|wave|task|us)\s?\d)|\b\d+\.\d+\b/i;
const taskLike = /^\s*[-*+]\s+\[[ xX~!-]\]\s+\S/m;

/**
 * Lists what is wrong with a document's code blocks: fences that are never closed (an error where they
 * swallow list items with boxes), and drawings of dependencies that nothing was read from.
 *
 * @param read Code blocks that say something and were read.
 */
export function findCodeFaults(
  outline: Outline,
  source: Source,
  read: ReadonlySet<Block>,
): readonly Diagnostic[] {
  return outline.blocks.flatMap((block): readonly Diagnostic[] => {
    if (block.kind !== "code") return [];
    const at = source.placeAt(block.span.start);
    const raw = source.text.slice(block.span.start, block.span.end);
    if (isUnclosed(raw)) {
      const isHarmful = taskLike.test(block.node.value);
      const message = `The code fence opened on line ${at.line} is never closed, so all that follows is read as code; close it`;
      return [{ code: "KS104", severity: isHarmful ? "error" : "warning", message, at }];
    }
    const isDrawn =
      !read.has(block) &&
      isDrawing(block.node) &&
      (isDependencyHeading(block.heading) || namedThings.test(block.node.value));
    const message =
      "Graph drawing not read; say the same in words (`Depends on: T001`) so that it counts";
    return isDrawn ? [{ code: "KS106", severity: "info", message, at }] : [];
  });
}

function isUnclosed(raw: string): boolean {
  const open = /^(`{3,}|~{3,})/.exec(raw)?.[1];
  if (open === undefined) return false;
  const last = raw.trimEnd().split(/\r\n|\n|\r/);
  const mark = open.charAt(0);
  const close = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(last.at(-1) ?? "")?.[1] ?? "";
  return last.length < 2 || !close.startsWith(mark) || close.length < open.length;
}

function isDrawing({ lang, value }: Code): boolean {
  if (lang === "mermaid") return /^\s*(?:graph|flowchart|stateDiagram|gantt)/m.test(value);
  return (
    /^(?:|text|txt|ascii|dot|graphviz|gv|plaintext)$/.test(lang ?? "") && drawingMarks.test(value)
  );
}

import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source, SourceFile } from "./build-source.ts";
import { findCodeFaults } from "./find-code-faults.ts";
import type { Block, Outline } from "./outline.ts";

/** Files as they are to be parsed once more, and what was wrong with them. */
export interface OpenedFences {
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

const opening = /[`~]{3,}[^\r\n]*/y;

/**
 * Blanks out the opening lines of fences that are never closed and swallow items with boxes, so that these
 * are read as text; each stays a finding (KS104). Offsets stay the same.
 *
 * @returns `undefined` where there is nothing of the kind.
 */
export function openFences(
  files: readonly SourceFile[],
  outline: Outline,
  source: Source,
): OpenedFences | undefined {
  const code = outline.blocks.filter(({ kind }) => kind === "code");
  const blocks = code.filter((block) => findFaults([block], source)[0]?.severity === "error");
  if (blocks.length === 0) return undefined;
  const starts = blocks.map(({ span }) => span.start);
  const diagnostics = findFaults(blocks, source).map((fault) => ({
    ...fault,
    message: `The code fence opened on line ${fault.at.line} is never closed; what follows is read as text all the same, since boxes stand in it; close the fence or take it away`,
  }));
  return { files: files.map((file) => blankAt(file, starts)), diagnostics };
}

function findFaults(blocks: readonly Block[], source: Source): readonly Diagnostic[] {
  return findCodeFaults({ headings: [], blocks }, source, new Set());
}

function blankAt(file: SourceFile, starts: readonly number[]): SourceFile {
  let { text } = file;
  for (const start of starts) {
    const at = start - file.start;
    if (at < 0 || at >= text.length) continue;
    opening.lastIndex = at;
    const length = opening.exec(text)?.[0].length ?? 0;
    text = text.slice(0, at) + " ".repeat(length) + text.slice(at + length);
  }
  return { ...file, text };
}

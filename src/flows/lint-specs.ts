import type { Diagnostic } from "../core/model/diagnostic.ts";
import { type CompileTools, compileSpec, type SpecSource } from "./compile-spec.ts";

/** All that is found in specs, as planning them would find it: sorted by place, each finding once. */
export function lintSpecs(
  sources: readonly SpecSource[],
  tools: Pick<CompileTools, "hash" | "version">,
): readonly Diagnostic[] {
  const found = sources.flatMap((source) => compileSpec(source, tools).diagnostics);
  const byText = new Map(found.map((finding) => [JSON.stringify(finding), finding]));
  return [...byText.values()].toSorted(comparePlaces);
}

function comparePlaces({ at: a }: Diagnostic, { at: b }: Diagnostic): number {
  const byPath = a.path < b.path ? -1 : Number(a.path > b.path);
  return byPath || a.line - b.line || a.column - b.column;
}

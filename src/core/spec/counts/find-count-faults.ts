import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecGroup, SpecTask } from "../../model/spec.ts";
import type { Source } from "../outline/build-source.ts";
import type { Span } from "../outline/inline-text.ts";
import type { Outline } from "../outline/outline.ts";
import { recogniseCount } from "./recognise-count.ts";

/**
 * KS131 where the text counts its tasks, in all or of a phase, and the count is not what was read;
 * steps may be counted in. Either the text is out of date or something was not read as meant.
 */
export function findCountFaults(
  outline: Outline,
  { tasks, groups }: { readonly tasks: readonly SpecTask[]; readonly groups: readonly SpecGroup[] },
  source: Source,
): readonly Diagnostic[] {
  const byRef = new Map(tasks.map((task) => [task.ref, task]));
  const allRefs = [...byRef.keys()];
  const refsOf = new Map(groups.map(({ id, taskRefs }) => [id, taskRefs]));
  const blocks = outline.blocks.filter(({ kind }) => kind === "paragraph" || kind === "table");
  return [...outline.headings, ...blocks]
    .flatMap(({ span }) => listLines(source.text, span))
    .flatMap(({ start, text }): readonly Diagnostic[] => {
      const said = recogniseCount(text);
      const refs = said?.groupId === undefined ? allRefs : refsOf.get(said.groupId);
      if (said === undefined || refs === undefined || refs.length === 0) return [];
      const steps = refs.reduce((sum, ref) => sum + (byRef.get(ref)?.subtasks.length ?? 0), 0);
      if (said.count === refs.length || said.count === refs.length + steps) return [];
      const where = said.groupId === undefined ? "" : ` in ${said.groupId.replace(":", " ")}`;
      const message = `The text counts ${said.count} tasks${where}, and ${refs.length} were read; correct the count, or write the missing tasks as the others are`;
      return [{ code: "KS131", severity: "warning", message, at: source.placeAt(start) }];
    });
}

/** Each line, cut into its sentences. */
function listLines(text: string, { start, end }: Span) {
  const lines = text.slice(start, end).matchAll(/[^\n]+/g);
  return [...lines].flatMap(({ 0: line, index }) => {
    const sentences = /task/i.test(line) ? line.split(/(?<=[.!] )(?=[A-Z])/) : [line];
    let from = start + index;
    return sentences.map((sentence) => {
      const at = from;
      from += sentence.length;
      return { start: at, text: sentence };
    });
  });
}

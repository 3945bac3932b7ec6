import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecGroup, SpecTask } from "../../model/spec.ts";
import { recogniseGroupHeading } from "../items/recognise-group-heading.ts";
import type { Source } from "../outline/build-source.ts";
import type { Span } from "../outline/inline-text.ts";
import type { Outline } from "../outline/outline.ts";
import { recogniseCounts } from "./recognise-counts.ts";

/**
 * KS131 where the text counts its tasks, in all or of a phase, or its phases, and the count is not what
 * was read; steps may be counted in. Either the text is out of date or something was not read as meant.
 */
export function findCountFaults(
  outline: Outline,
  { tasks, groups }: { readonly tasks: readonly SpecTask[]; readonly groups: readonly SpecGroup[] },
  source: Source,
): readonly Diagnostic[] {
  const steps = new Map(tasks.map(({ ref, subtasks }) => [ref, subtasks.length]));
  const measure = (refs: readonly string[]) => ({
    found: refs.length,
    withSteps: refs.reduce((sum, ref) => sum + (steps.get(ref) ?? 0), refs.length),
  });
  const all = measure([...steps.keys()]);
  const ofGroup = new Map(groups.map(({ id, taskRefs }) => [id, measure(taskRefs)]));
  const phases = countPhases(outline);
  const blocks = outline.blocks.filter(({ kind }) => kind === "paragraph" || kind === "table");
  return [...outline.headings, ...blocks]
    .flatMap(({ span }) => listLines(source.text, span))
    .flatMap(({ start, text }) =>
      recogniseCounts(text).flatMap(({ count, of, groupId }): readonly Diagnostic[] => {
        const read = groupId === undefined ? all : ofGroup.get(groupId);
        const { found = 0, withSteps } =
          of === "phases" ? { found: phases, withSteps: phases } : (read ?? {});
        if (found === 0 || count === found || count === withSteps) return [];
        const where = groupId === undefined ? "" : ` in ${groupId.replace(":", " ")}`;
        const message = `The text counts ${count} ${of}${where}, and ${found} were read; correct the count, or write the missing ${of} as the others are`;
        return [{ code: "KS131", severity: "warning", message, at: source.placeAt(start) }];
      }),
    );
}

/** Phases by their headings, each number once, whether tasks stand under them or not. */
function countPhases({ headings }: Outline): number {
  const found = headings.flatMap(({ title }) => {
    const label = recogniseGroupHeading(title.text);
    return label?.word === "phase" ? [label.number] : [];
  });
  return new Set(found).size;
}

/** Each line, cut into its sentences. */
function listLines(text: string, { start, end }: Span) {
  const lines = text.slice(start, end).matchAll(/[^\n]+/g);
  return [...lines].flatMap(({ 0: line, index }) => {
    const sentences = /task|phase/i.test(line) ? line.split(/(?<=[.!] )(?=[A-Z])/) : [line];
    let from = start + index;
    return sentences.map((sentence) => {
      const at = from;
      from += sentence.length;
      return { start: at, text: sentence };
    });
  });
}

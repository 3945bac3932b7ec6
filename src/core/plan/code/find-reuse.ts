import type { CodeElement } from "../../model/codebase.ts";
import type { SpecTask } from "../../model/spec.ts";
import { type CodeIndex, unifyEndpoint } from "./index-code.ts";

/** Something of the code that a task builds on, and what says so. */
export interface Reuse {
  readonly element: CodeElement;
  readonly isExtended: boolean;
  /** In (0, 1). */
  readonly confidence: number;
  /** Such as `named in its text`. */
  readonly reason: string;
}

/** Most things that one task is said to build on. */
const mostReuse = 6;
/** Of a file that the task edits, its most used declarations. */
const mostOfFile = 2;

/** So far before a name the words stand that say what is done with it. */
const reach = 60;

/** Words before a name that make the task a new kind of what is named. */
const extending =
  /\b(?:extend|extends|extending|subclass|subclasses|implements|inherit|inherits|derive|derives|based on|heirs? of)\b[^.;]{0,30}$/i;

/**
 * What a task builds on: things of the code that its text names as they are written (0.9), those in
 * files that it edits (0.8), and those whose words stand together in its title (0.6). The surest first.
 */
export function findReuse(task: SpecTask, index: CodeIndex): readonly Reuse[] {
  const found = [...listNamed(task, index), ...listEdited(task, index), ...listAlike(task, index)];
  const best = new Map<string, Reuse>();
  for (const one of found) {
    if (!best.has(one.element.name)) best.set(one.element.name, one);
  }
  return [...best.values()].slice(0, mostReuse);
}

function listNamed(task: SpecTask, { byName }: CodeIndex): readonly Reuse[] {
  const text = [
    task.title,
    task.description ?? "",
    ...task.subtasks.map(({ title }) => title),
    ...task.doneWhen,
    ...task.notes,
  ].join("\n");
  const confidence = 0.9;
  const reason = "named in its text";
  const words = [...text.matchAll(/`?[\p{L}_$][\p{L}\p{N}_$]*`?/gu)].flatMap((match) => {
    const name = match[0].replaceAll("`", "");
    const element = isName(name, match[0]) ? byName.get(name) : undefined;
    if (element === undefined) return [];
    const isExtended =
      element.kind !== "function" &&
      extending.test(text.slice(Math.max(0, match.index - reach), match.index));
    return [{ element, isExtended, confidence, reason }];
  });
  const endpoints = [
    ...text.matchAll(/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/[\w/:{}<>[\].-]*/g),
  ].flatMap(([name]) => {
    const element = byName.get(unifyEndpoint(name.replace(/[.]+$/, "")));
    return element === undefined ? [] : [{ element, isExtended: false, confidence, reason }];
  });
  return [...words, ...endpoints];
}

/** A word of plain English counts only between backticks. */
function isName(name: string, written: string): boolean {
  return written.startsWith("`") || /.(?:\p{Lu}\p{Ll}|_\p{L}|\p{Ll}\p{Lu})/u.test(name);
}

function listEdited({ files }: SpecTask, { byPath }: CodeIndex): readonly Reuse[] {
  return files
    .filter(({ action }) => action !== "create" && action !== "delete")
    .flatMap(({ path }) =>
      (byPath.get(path) ?? []).slice(0, mostOfFile).map((element) => ({
        element,
        isExtended: false,
        confidence: 0.8,
        reason: `in ${path}, which it changes`,
      })),
    );
}

function listAlike({ title }: SpecTask, { byWords }: CodeIndex): readonly Reuse[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [4, 3, 2].flatMap((length) =>
    words.flatMap((_, start) => {
      const element = byWords.get(words.slice(start, start + length).join(" "));
      if (element === undefined || start + length > words.length) return [];
      return [
        { element, isExtended: false, confidence: 0.6, reason: "its words are in the title" },
      ];
    }),
  );
}

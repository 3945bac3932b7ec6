import type { Priority } from "../../../model/spec.ts";
import { type InlineText, sliceInline } from "../../outline/inline-text.ts";
import { recognisePriority } from "../recognise-priority.ts";

/** What the tags of a task's line say, and the text without the leading ones. */
export interface TaskTags {
  readonly isParallel: boolean;
  /** `US1` and so on, in order. */
  readonly stories: readonly string[];
  readonly priority: Priority | undefined;
  readonly rest: InlineText;
}

const mostTags = 20;

/**
 * Reads the tags before a task's title: `[P]` or `(P)` may run in parallel, `[US1]` or `[US1+US5]` its
 * stories, `[P1]` a priority. The first bracket that is none of these belongs to the title.
 */
export function recogniseTags(text: InlineText): TaskTags {
  let rest = text;
  let left = mostTags;
  let isParallel = false;
  let priority: Priority | undefined;
  const stories: string[] = [];
  for (;;) {
    left -= 1;
    const match = /^(?:\[([^\][]{1,40})\]|\((P)\))\s*[:—–-]?\s*/.exec(rest.text);
    const tag = (match?.[1] ?? match?.[2] ?? "").trim().toUpperCase();
    if (match === null || !isTag(tag) || left < 0) return { isParallel, stories, priority, rest };
    isParallel ||= tag === "P" || tag === "PARALLEL";
    if (/^P\d$/.test(tag)) priority ??= recognisePriority(tag);
    for (const [, number] of tag.matchAll(/US-?0*(\d+)/g)) stories.push(`US${number}`);
    rest = sliceInline(rest, match[0].length);
  }
}

function isTag(tag: string): boolean {
  return /^(?:P|PARALLEL|P\d|US-?\d+(?:\s*[+,&]\s*US-?\d+)*)$/.test(tag);
}

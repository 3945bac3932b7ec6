import { type InlineText, sliceInline } from "../outline/inline-text.ts";

/** What the square-bracketed tags of a task's line say, and the text without the leading ones. */
export interface TaskTags {
  readonly isParallel: boolean;
  /** `US1` and so on, in order. */
  readonly stories: readonly string[];
  readonly rest: InlineText;
}

const mostTags = 20;

/**
 * Reads the tags before a task's title: `[P]` may run in parallel, `[US1]` or `[US1+US5]` its stories,
 * `[P1]` a priority. The first bracket that is none of these belongs to the title.
 */
export function recogniseTags(text: InlineText): TaskTags {
  let rest = text;
  let left = mostTags;
  let isParallel = false;
  const stories: string[] = [];
  for (;;) {
    left -= 1;
    const match = /^\[([^\][]{1,40})\]\s*[:—–-]?\s*/.exec(rest.text);
    const tag = (match?.[1] ?? "").trim().toUpperCase();
    if (match === null || !isTag(tag) || left < 0) return { isParallel, stories, rest };
    isParallel ||= tag === "P" || tag === "PARALLEL";
    for (const [, number] of tag.matchAll(/US-?0*(\d+)/g)) stories.push(`US${number}`);
    rest = sliceInline(rest, match[0].length);
  }
}

function isTag(tag: string): boolean {
  return /^(?:P|PARALLEL|P\d|US-?\d+(?:\s*[+,&]\s*US-?\d+)*)$/.test(tag);
}

import type { SpecGroup } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { cleanGroupTitle } from "./clean-group-title.ts";

/** What a heading says about the tasks under it. */
export interface GroupHeading {
  readonly kind: "phase" | "story";
  /** The word it is called by, lower case: `phase`, `wave`, `story`, … */
  readonly word: string;
  /** The number as written, such as `2`. */
  readonly number: string;
  /** `US1` and so on. */
  readonly story: string | undefined;
  readonly title: string;
  readonly priority: SpecGroup["priority"];
}

const phase =
  /^(phase|wave|sprint|milestone|stage|layer|week|epic|iteration|fase|阶段|フェーズ|단계)\s*(\d+(?:\.\d+)*)(?![\w])\s*[:：.)—–-]*\s*/i;
const story = /^(?:user\s+story|us|story)[\s-]*0*(\d+)\b(?!\.\d)\s*[:：.)—–-]*\s*/i;
const priorities = ["critical", "high", "medium", "low"] as const;

/**
 * Recognises the heading of a phase (also wave, sprint, milestone, stage, layer, week, epic, …) or of a user story,
 * such as `Phase 3: User Story 1 - Login (Priority: P1) 🎯 MVP`.
 *
 * @returns `undefined` for any other heading.
 */
export function recogniseGroupHeading(heading: string): GroupHeading | undefined {
  const text = collapseWhitespace(heading.replace(/^[^\p{L}\p{N}[(]+/u, ""));
  const inPhase = phase.exec(text);
  const rest = text.slice(inPhase?.[0].length ?? 0);
  const inStory = story.exec(rest);
  if (inPhase === null && inStory === null) return undefined;
  const title = cleanGroupTitle(rest.slice(inStory?.[0].length ?? 0));
  const common = {
    story: inStory === null ? undefined : `US${inStory[1]}`,
    title: title === "" ? cleanGroupTitle(text) : title,
    priority: readPriority(text),
  };
  return inPhase === null
    ? { kind: "story", word: "story", number: inStory?.[1] ?? "", ...common }
    : {
        kind: "phase",
        word: toWord(inPhase[1] ?? ""),
        number: inPhase[2] ?? "",
        ...common,
      };
}

function readPriority(text: string): SpecGroup["priority"] {
  const level = /[([]\s*(?:priority\s*:?\s*)?P([0-3])\b/i.exec(text)?.[1];
  return level === undefined ? undefined : priorities[Number(level)];
}

/** The word of other languages is `phase`. */
function toWord(word: string): string {
  return /^(?:fase|阶段|フェーズ|단계)$/i.test(word) ? "phase" : word.toLowerCase();
}

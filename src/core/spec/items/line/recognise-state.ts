import type { StatedState } from "../../../model/spec.ts";

const words: readonly (readonly [RegExp, StatedState])[] = [
  [/\bnot\s+(?:yet\s+)?(?:started|done|complete[d]?)\b|\bincomplete\b|未着手|未开始/i, "todo"],
  [
    /\bin[\s_-]*progress\b|\bstarted\b|\bwip\b|\bdoing\b|\b(?:for|in)[\s_-]review\b|\bpartial(?:ly)?\b|⏳|🚧|🔄|进行中|作業中/i,
    "in-progress",
  ],
  [/\bblocked\b|\bon[\s_-]hold\b|⛔|🚫/i, "blocked"],
  [/\bcancell?ed\b|\bskipped\b|\bwon['’]?t\b/i, "cancelled"],
  [/\bdeferred\b|\bpostponed\b/i, "deferred"],
  [/\bcomplete[d]?\b|\bdone\b|\bfinished\b|\bclosed\b|\bmerged\b|✅|✔|☑|已完成|完了|완료/i, "done"],
  [/\bpending\b|\bto[\s_-]?do\b|\bopen\b|\bbacklog\b|\bready\b|\bplanned\b|\bdraft\b/i, "todo"],
];

/**
 * Reads a state from words such as `completed`, `In progress`, `✅` or `[x] done`. Of a list to choose
 * from (`[ ] Not started / [x] Complete`) the ticked one counts.
 */
export function recogniseState(text: string): StatedState | undefined {
  const ticked = /\[[xX]\]\s*([^/|[\]]+)/.exec(text)?.[1];
  const boxes = text.match(/\[[ xX]\]/g)?.length ?? 0;
  if (ticked !== undefined) return readWords(ticked) ?? "done";
  return boxes > 1 ? "todo" : readWords(text);
}

function readWords(text: string): StatedState | undefined {
  return words.find(([pattern]) => pattern.test(text))?.[1];
}

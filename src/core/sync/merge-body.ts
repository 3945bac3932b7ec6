import type { BlockSlack } from "../model/issue.ts";
import { mergeTickedBoxes } from "../text/merge-ticked-boxes.ts";
import { joinManagedBlock, splitManagedBlock } from "../text/split-managed-block.ts";

/** GitHub takes no more characters in a body. */
export const maxBody = 65_536;

/**
 * A body with its managed block replaced: what people wrote around it stays, and boxes that they ticked
 * stay ticked. Where that is longer than GitHub takes, parts of the block are left out, and a link says where they
 * stand; where not even that is enough the body stays as it is.
 */
export function mergeBody(block: string, body: string, slack?: BlockSlack): string {
  return fitBody(block, body, slack) ?? body.replaceAll("\r\n", "\n");
}

/** Whether what people wrote leaves the block too little room. */
export function isFull(block: string, body: string, slack?: BlockSlack): boolean {
  return fitBody(block, body, slack) === undefined;
}

function fitBody(block: string, body: string, slack: BlockSlack | undefined): string | undefined {
  const split = splitManagedBlock(body);
  const merge = (text: string) =>
    joinManagedBlock(split, mergeTickedBoxes(text, split.block ?? ""));
  const whole = merge(block);
  if (whole.length <= maxBody || slack === undefined) {
    return whole.length <= maxBody ? whole : undefined;
  }
  const note = `_Some of it is left out here for want of room: [the whole task](${slack.wholeUrl})._`;
  let rest = block;
  for (const part of slack.parts) {
    const merged = merge(rest.replace(`${part}\n\n`, () => `${note}\n\n`));
    if (merged.length <= maxBody) return merged;
    rest = rest.replace(`${part}\n\n`, "");
  }
  return undefined;
}

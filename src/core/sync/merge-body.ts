import { mergeTickedBoxes } from "../text/merge-ticked-boxes.ts";
import { joinManagedBlock, splitManagedBlock } from "../text/split-managed-block.ts";

/**
 * A body with its managed block replaced: what people wrote around it stays, and boxes that they ticked
 * stay ticked.
 */
export function mergeBody(block: string, body: string): string {
  const split = splitManagedBlock(body);
  return joinManagedBlock(split, mergeTickedBoxes(block, split.block ?? ""));
}

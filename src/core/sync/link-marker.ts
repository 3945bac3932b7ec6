import type { TaskId } from "../model/ids.ts";
import { splitManagedBlock } from "../text/split-managed-block.ts";

const marker = /^<!-- keysteps:links((?: P\d+\.T\d{3,}[a-z]?)*) -->$/m;

/**
 * The line of a managed block that says which links we mean its issue to have. It is written
 * before the links are, so that a run that is cut short leaves behind what it was about to do.
 */
export function renderLinkMarker(blockedBy: readonly TaskId[]): string {
  return `<!-- keysteps:links${blockedBy.map((id) => ` ${id}`).join("")} -->`;
}

/** A managed block that says so of other links. */
export function replaceLinkMarker(block: string, blockedBy: readonly TaskId[]): string {
  return block.replace(marker, renderLinkMarker(blockedBy));
}

/** The tasks that the managed block of a body names as blockers. */
export function parseLinkMarker(body: string): readonly TaskId[] {
  const ids = marker.exec(splitManagedBlock(body).block ?? "")?.[1] ?? "";
  return ids.split(" ").filter((id) => id !== "") as TaskId[];
}

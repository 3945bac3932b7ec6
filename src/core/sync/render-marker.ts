import type { GroupKey, PlanId, TaskId } from "../model/ids.ts";

/** What a managed block is about. */
export type Marked =
  | { readonly kind: "task"; readonly planId: PlanId; readonly taskId: TaskId }
  | { readonly kind: "group"; readonly planId: PlanId; readonly group: GroupKey }
  | { readonly kind: "tracking"; readonly planId: PlanId };

/** The line that ends every managed block. */
export const endMarker = "<!-- keysteps:end -->";

/**
 * The line that begins a managed block and says what it is about. It holds no issue number, since
 * GitHub links those even inside comments, and only IDs of fixed shape, so no text can close it early.
 */
export function renderMarker(marked: Marked): string {
  return `<!-- keysteps:begin ${describe(marked)} -->`;
}

function describe(marked: Marked): string {
  switch (marked.kind) {
    case "task":
      return `task ${marked.planId} ${marked.taskId}`;
    case "group":
      return `group ${marked.planId} ${marked.group}`;
    case "tracking":
      return `tracking ${marked.planId}`;
  }
}

import type { IssueType } from "../state/records.ts";
import { renderNodeId, renderTime } from "./scalars.ts";

/** A type of an organisation's issues. */
export function renderIssueType({ id, name, description, createdAt }: IssueType) {
  const time = renderTime(createdAt);
  return {
    ...{ id, node_id: renderNodeId("IT", id), name, description },
    ...{ color: "gray" as const, created_at: time, updated_at: time, is_enabled: true },
  };
}

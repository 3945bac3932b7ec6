import { renderNodeId } from "../render/scalars.ts";
import type { IssueType } from "../state/records.ts";
import type { View } from "./views.ts";

/** A type of an organisation's issues. */
export function viewIssueType({ id, name, description }: IssueType): View {
  return { __typename: "IssueType", id: renderNodeId("IT", id), name, description };
}

import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { ChangedFile } from "../../flows/ports.ts";

/** A file of a comparison or a pull request as GitHub lists it. */
export type FileData = RestEndpointMethodTypes["pulls"]["listFiles"]["response"]["data"][number];

const statuses = {
  added: "added",
  copied: "added",
  modified: "modified",
  changed: "modified",
  unchanged: "modified",
  removed: "removed",
  renamed: "renamed",
} as const;

/** A changed file in our words: a copy counts as added, a changed mode as modified. */
export function toChangedFile({ filename, status, previous_filename }: FileData): ChangedFile {
  return {
    path: filename,
    status: statuses[status],
    previousPath: status === "renamed" ? previous_filename : undefined,
  };
}

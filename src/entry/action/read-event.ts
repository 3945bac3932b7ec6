import { existsSync, readFileSync } from "node:fs";
import type { WorkflowEvent } from "./route-event.ts";

/**
 * The event that a runner tells of in `GITHUB_EVENT_NAME`, `GITHUB_REF`, `GITHUB_SHA` and the file at
 * `GITHUB_EVENT_PATH`; without payload where there is no such file.
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function readEvent(): WorkflowEvent {
  const path = process.env.GITHUB_EVENT_PATH ?? "";
  const payload: unknown = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const { GITHUB_EVENT_NAME: name = "", GITHUB_REF: ref = "", GITHUB_SHA: sha = "" } = process.env;
  return { name, payload, ref, sha };
}

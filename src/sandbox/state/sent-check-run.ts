import { Refusal } from "../refusal.ts";
import type {
  CheckAction,
  CheckAnnotation,
  CheckConclusion,
  CheckRun,
  CheckStatus,
} from "./check-records.ts";
import type { World } from "./world.ts";

/** What is sent to make or change a check run, in GitHub's words. */
export interface SentCheckRun {
  readonly name?: string;
  readonly details_url?: string;
  readonly external_id?: string;
  readonly status?: CheckStatus;
  readonly started_at?: string;
  readonly conclusion?: CheckConclusion;
  readonly completed_at?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary: string;
    readonly text?: string;
    readonly annotations?: readonly CheckAnnotation[];
  };
  readonly actions?: readonly CheckAction[];
}

/** @throws {Refusal} 422 for a completion without conclusion, and for `stale`, which only GitHub gives. */
export function checkCompletion(sent: SentCheckRun): void {
  if (sent.conclusion === "stale") {
    throw new Refusal(422, "Invalid request.\n\nOnly GitHub can set the conclusion stale.");
  }
  if (sent.status === "completed" && sent.conclusion === undefined) {
    throw new Refusal(422, 'Invalid request.\n\n"conclusion" wasn\'t supplied.');
  }
}

/** A conclusion or a completion time completes; another status takes the conclusion away. */
export function applySent(world: World, run: CheckRun, sent: SentCheckRun): void {
  const { output } = sent;
  run.actions = sent.actions ?? run.actions;
  run.name = sent.name ?? run.name;
  run.detailsUrl = sent.details_url ?? run.detailsUrl;
  run.externalId = sent.external_id ?? run.externalId;
  run.startedAt = sent.started_at === undefined ? run.startedAt : Date.parse(sent.started_at);
  if (sent.conclusion !== undefined) {
    run.status = "completed";
    run.conclusion = sent.conclusion;
    run.completedAt = sent.completed_at === undefined ? world.now() : Date.parse(sent.completed_at);
  } else if (sent.status !== undefined) {
    run.status = sent.status;
    run.conclusion = null;
    run.completedAt = null;
  }
  if (output === undefined) return;
  run.title = output.title ?? run.title;
  run.summary = output.summary;
  run.text = output.text ?? run.text;
  run.annotations.push(...(output.annotations ?? []));
}

import { tooLong } from "../refusal.ts";

/** Longest texts by resource and field, in characters. Source: GitHub's own refusals (bodies), documentation (labels). */
const LIMITS: Readonly<Record<string, number>> = {
  "Issue.title": 256,
  "Issue.body": 65_536,
  "PullRequest.title": 256,
  "PullRequest.body": 65_536,
  "IssueComment.body": 65_536,
  "Milestone.title": 255,
  "Label.name": 50,
  "Label.description": 100,
};

/** @throws {Refusal} 422 if the text is longer than GitHub takes; absent texts pass. */
export function checkText(resource: string, field: string, text: string | null | undefined): void {
  const maximum = LIMITS[`${resource}.${field}`];
  if (text === null || text === undefined || maximum === undefined) return;
  if (text.length > maximum && [...text].length > maximum) throw tooLong(resource, field, maximum);
}

import { createHash } from "node:crypto";
import type { OutboxOp } from "../../../../core/model/outbox.ts";
import { gateName } from "./gate-name.ts";

/** GitHub tells no limit; 255 is what a column for a name takes. */
const longestName = 255;
/** In characters as GitHub's description says; counted in bytes, which are never fewer. */
const longestSummaryBytes = 65_535;

/**
 * A gate as GitHub wants it: a run that waits has no conclusion, one that is complete has. What
 * is too long is cut; an external ID keeps its beginning and ends in a hash of the whole.
 *
 * Source: https://docs.github.com/en/rest/checks/runs#create-a-check-run
 */
export function toSentRun(op: Extract<OutboxOp, { kind: "gate" }>) {
  const { headSha, verdict, title, summary, externalId } = op;
  const state =
    verdict === "success"
      ? ({ status: "completed", conclusion: "success" } as const)
      : ({ status: "queued" } as const);
  return {
    name: gateName,
    head_sha: headSha,
    external_id: shortenName(externalId),
    ...state,
    output: {
      title: title.slice(0, longestName),
      summary: cutToBytes(summary, longestSummaryBytes),
    },
  };
}

function shortenName(name: string): string {
  if (name.length <= longestName) return name;
  const hash = createHash("sha256").update(name).digest("hex");
  return `${name.slice(0, longestName - hash.length - 1)} ${hash}`;
}

function cutToBytes(text: string, mostBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= mostBytes) return text;
  let end = mostBytes;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--; // never inside a character
  return bytes.subarray(0, end).toString();
}

import type { PatchSummary } from "../model/patch.ts";
import { countOf } from "../text/count-of.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { describeFlags } from "./describe-flags.ts";

/** Lines that are shown; the rest is counted. */
const maxLines = 30;
const maxLine = 400;

/** What people should look at, as an open fold; empty where there is nothing. */
export function renderFlags(summary: PatchSummary | undefined): readonly string[] {
  const lines = summary === undefined ? [] : describeFlags(summary);
  if (lines.length === 0) return [];
  const shown = lines
    .slice(0, maxLines)
    .map((line) => `- ⚠️ ${escapeMarkdown(cutText(line, maxLine))}`);
  const rest = lines.length > maxLines ? [`- …and ${lines.length - maxLines} more`] : [];
  const title = `${countOf(lines.length, "thing")} to look at`;
  return [
    `<details open><summary>${title}</summary>\n\n${[...shown, ...rest].join("\n")}\n\n</details>`,
  ];
}

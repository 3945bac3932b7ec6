import type { Diagnostic } from "../model/diagnostic.ts";
import { countOf } from "../text/count-of.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";

/** Findings that are shown; the rest is counted. */
const maxFindings = 50;
const maxMessage = 500;
const signs = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;

/** Findings as Markdown, errors first; empty where there are none. */
export function renderFindings(diagnostics: readonly Diagnostic[]): readonly string[] {
  if (diagnostics.length === 0) return [];
  const order = ["error", "warning", "info"] as const;
  const sorted = order.flatMap((severity) =>
    diagnostics.filter((finding) => finding.severity === severity),
  );
  const shown = sorted.slice(0, maxFindings).map(renderFinding);
  const rest = sorted.length > maxFindings ? [`- …and ${sorted.length - maxFindings} more`] : [];
  const errors = diagnostics.filter((finding) => finding.severity === "error").length;
  const title = `${countOf(diagnostics.length, "finding")}, ${countOf(errors, "error")}`;
  return [
    `<details${errors > 0 ? " open" : ""}><summary>${title}</summary>\n\n${[...shown, ...rest].join("\n")}\n\n</details>`,
  ];
}

function renderFinding({ code, severity, message, at }: Diagnostic): string {
  return `- ${signs[severity]} \`${code}\` ${escapeMarkdown(`${at.path}:${at.line}:${at.column}`)} ${escapeMarkdown(cutText(message, maxMessage))}`;
}

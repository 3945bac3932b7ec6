import type { Severity } from "../../../core/model/diagnostic.ts";
import type { Report } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/**
 * For a step on GitHub Actions: one workflow command a finding, which the runner shows on the line
 * it names. Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands;
 * the escapes are those of `@actions/core`, whose functions write to stdout by themselves.
 */
export function renderGithub({ diagnostics }: Report): string {
  return diagnostics
    .map(({ code, severity, message, at }) => {
      const place = `file=${escapeProperty(at.path)},line=${at.line},col=${at.column}`;
      return `::${commands[severity]} ${place},title=${escapeProperty(code)}::${escapeData(message)}`;
    })
    .join("\n");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

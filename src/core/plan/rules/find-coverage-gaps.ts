import type { Diagnostic } from "../../model/diagnostic.ts";
import { cutText } from "../../text/cut-text.ts";
import type { PlanDraft } from "../plan-draft.ts";

/** Most gaps that a message names; Plan.md and dag.json have them all. */
const mostNamed = 5;

/**
 * KS230 if the tasks serve too few of the requirements; KS231 for the same where no task names a
 * requirement by its ID, so that only words speak for it. At the place of the first gap.
 */
export function findCoverageGaps({ coverage, config }: PlanDraft): readonly Diagnostic[] {
  const [first] = coverage?.gaps ?? [];
  if (coverage === undefined || first === undefined) return [];
  const { total, covered, gaps, isTraced, areas } = coverage;
  const least = config.minCoverage;
  if (covered / total >= least) return [];
  const named = gaps.slice(0, mostNamed).map(({ id, text, line }) => {
    const name = id.includes(":") ? `line ${line}` : id;
    return `${name} "${cutText(text, 60)}"`;
  });
  const more = gaps.length > mostNamed ? ` and ${gaps.length - mostNamed} more` : "";
  const parts = areas.filter((area) => area.covered < area.total);
  const byArea = parts.map((area) => `${area.name} ${area.covered} of ${area.total}`).join(", ");
  const percent = Math.floor((100 * covered) / total);
  const wanted = Math.round(100 * least);
  const message = `Tasks serve ${covered} of ${total} requirements (${percent}%, wanted ${wanted}%; ${byArea}). None seems to serve ${named.join(", ")}${more}; name the requirement's ID in the task that does it, or add a task (fill_gaps adds them)`;
  const { path, line, column } = first;
  const at = { path, line, column };
  return [
    isTraced
      ? { code: "KS230", severity: "error", message, at }
      : { code: "KS231", severity: "warning", message, at },
  ];
}

import type { Diagnostic } from "../../model/diagnostic.ts";
import { listNames } from "../../text/list-names.ts";
import type { PlanDraft } from "../plan-draft.ts";

const fewest = 5;
const most = 10;

/** KS221: phases with fewer than five or more than ten tasks, all in one finding. */
export function findPhaseSizes({ groups, tasks }: PlanDraft): readonly Diagnostic[] {
  const phases = groups.filter(({ id }) => id.startsWith("phase:"));
  const odd = phases.filter((group) => group.tasks.length < fewest || group.tasks.length > most);
  const first = tasks.find(({ id }) => id === odd[0]?.tasks[0]);
  if (first === undefined) return [];
  const names = odd.map((group) => `${group.id.replace(":", " ")} (${group.tasks.length})`);
  const { path, line, column } = first;
  const message = `Phases with fewer than ${fewest} tasks or more than ${most}: ${listNames(names)}; merge or split them, so that each is a stretch one can look over`;
  return [{ code: "KS221", severity: "info", message, at: { path, line, column } }];
}

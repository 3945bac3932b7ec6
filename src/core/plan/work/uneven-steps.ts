import { listNames } from "../../text/list-names.ts";
import type { WorkRule } from "./work-rule.ts";

const leastHours = 1;
const mostHours = 4;

/** KS214: steps whose own estimates are below one hour or above four. */
export const unevenSteps: WorkRule = {
  code: "KS214",
  severity: "info",
  judge:
    () =>
    ({ subtasks }) => {
      const odd = subtasks.filter(
        ({ hours }) => hours !== undefined && (hours < leastHours || hours > mostHours),
      );
      const names = odd.map(({ id, title, hours }) => `${id ?? `"${title}"`} (${hours} h)`);
      return odd.length === 0 ? undefined : `has steps of an odd size: ${listNames(names)}`;
    },
  ofMany: `have steps below ${leastHours} h or above ${mostHours} h`,
  mend: `keep steps between ${leastHours} and ${mostHours} h`,
};

import { countOf } from "../../core/text/count-of.ts";
import { describePace, describeTraffic } from "./describe-traffic.ts";
import { listRequestsOf } from "./list-requests-of.ts";
import { listTasks } from "./look-at-shop.ts";
import { type Rehearsal, repositoryName } from "./start-rehearsal.ts";
import type { Story } from "./story.ts";

/** What the story came to. */
export interface Ending {
  readonly appLogin: string;
  /** Who waited for what. */
  readonly waits: readonly string[];
  readonly ms: number;
}

/** The end of the story in numbers: what there is, and what it took. */
export function summarise(
  { sandbox }: Rehearsal,
  story: Story,
  { appLogin, waits, ms }: Ending,
): void {
  const tasks = listTasks(sandbox);
  const links = tasks.reduce(
    (sum, { number }) => sum + sandbox.blockersOf(repositoryName, number).length,
    0,
  );
  const waves = sandbox
    .labels(repositoryName)
    .filter(({ name }) => name.startsWith("wave:")).length;
  const open = sandbox.issues(repositoryName).filter(({ state }) => state === "open").length;
  const action = listRequestsOf(sandbox, "github-actions[bot]");
  const app = listRequestsOf(sandbox, appLogin);
  story.chapter("What happened");
  story.say(
    `${countOf(tasks.length, "task")} became ${countOf(tasks.length, "issue")} and a tracking issue, with ${countOf(links, "blocked-by link")} in ${countOf(waves, "wave")}; open at the end: ${open}.`,
  );
  story.say(`It took ${(ms / 1000).toFixed(1)} s. Who waited:`);
  for (const wait of waits.length > 0 ? waits : ["nobody"]) story.say(`  ${wait}`);
  story.say(
    `The Action made ${countOf(action.length, "request")}, ${countWrites(action)} of them writes, without pausing;`,
  );
  story.say(
    `at the pace that github.com's limits ask for these writes would have taken ${describePace(action)}.`,
  );
  for (const line of describeTraffic(action)) story.say(line);
  story.say(`The App made ${countOf(app.length, "request")}, ${countWrites(app)} of them writes:`);
  for (const line of describeTraffic(app)) story.say(line);
}

function countWrites(requests: readonly { readonly kind: string }[]): number {
  return requests.filter(({ kind }) => kind === "write").length;
}

import { readGate, type ShopIssue } from "./look-at-shop.ts";
import type { Work, Workshop } from "./open-workshop.ts";
import { type Rehearsal, shopName, team } from "./start-rehearsal.ts";
import type { Story } from "./story.ts";
import { until } from "./until.ts";

/** Work that was begun before its turn. */
export interface Early {
  readonly work: Work;
  /** Why the gate stayed shut. */
  readonly reason: string;
}

/** Somebody does not wait for the turn; the gate does. */
export async function tryOutOfTurn(
  task: ShopIssue,
  shop: Workshop,
  { sandbox, as }: Rehearsal,
  story: Story,
): Promise<Early> {
  const person = team[1];
  const work = await shop.begin(task, person);
  const { headSha, pullNumber } = work;
  await until(
    `the gate of #${pullNumber} is there`,
    () => readGate(sandbox, headSha) !== undefined,
  );
  const reason = readGate(sandbox, headSha)?.title ?? "";
  story.say(`${person} does not wait and opens #${pullNumber} for #${task.number} ${task.title}.`);
  story.say(`The gate of #${pullNumber}: ${reason}.`);
  const refusal = await as[person].pulls.merge({ ...shopName, pull_number: pullNumber }).then(
    () => "GitHub let it through",
    (error: Error) => (error.message.split(" - ")[0] ?? "").replace(/\s+/g, " ").trim(),
  );
  story.say(`${person} presses merge all the same. GitHub: ${refusal}`);
  return { work, reason: `#${task.number} (${person}): ${reason}` };
}

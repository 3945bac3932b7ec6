import { countOf } from "../../core/text/count-of.ts";
import { openWorkshop, type Work, type Workshop } from "./open-workshop.ts";
import { type Rehearsal, repositoryName, shopName, team } from "./start-rehearsal.ts";
import type { Story } from "./story.ts";
import { type Early, tryOutOfTurn } from "./try-out-of-turn.ts";
import { until } from "./until.ts";

/**
 * The second half: three people take what is available, open pull requests and land them when the
 * gate opens; one of them tries a task out of turn. Ends when every task is done.
 *
 * @returns Who waited for what, for the end of the story.
 */
export async function playTeam(rehearsal: Rehearsal, story: Story): Promise<readonly string[]> {
  const shop = openWorkshop(rehearsal);
  story.chapter("The App is installed: every issue says whether it may be started");
  await until("every open task wears a state", () =>
    shop.listOpen().every(({ state }) => state !== undefined),
  );
  tellStates(shop, story);

  story.chapter(`${team.join(", ")} take what is available and land it when the gate opens`);
  let early: Early | undefined;
  let held: Work | undefined;
  while (shop.listOpen().length > 0) {
    await until(
      "somebody may start, or the gate opens for who waits",
      () => shop.listIn("available").length > 0 || shop.isGateOpen(held),
    );
    const [waiting] = shop.listIn("waiting");
    if (!early && waiting) {
      early = await tryOutOfTurn(waiting, shop, rehearsal, story);
      held = early.work;
    }
    await workOnce(shop, story, held);
    if (held && shop.isGateOpen(held)) {
      story.say(
        `Now it is ${held.person}'s turn: the gate of #${held.pullNumber} opens by itself.`,
      );
      await landAndTell(held, shop, story);
      held = undefined;
    }
  }
  await closePlan(rehearsal, story);
  return early ? [early.reason] : [];
}

/** Everybody who has no work takes a task that is available, and all land theirs. */
async function workOnce(shop: Workshop, story: Story, early: Work | undefined): Promise<void> {
  const people = team.filter((person) => person !== early?.person);
  const works: Work[] = [];
  for (const [index, task] of shop.listIn("available").slice(0, people.length).entries()) {
    works.push(await shop.begin(task, people[index] ?? team[0]));
  }
  for (const work of works) await landAndTell(work, shop, story);
}

async function landAndTell(work: Work, shop: Workshop, story: Story): Promise<void> {
  const freed = (await shop.land(work)).map(({ number }) => `#${number}`).join(" ");
  const { number, title } = work.task;
  const effect = freed === "" ? "" : `  → free now: ${freed}`;
  story.say(`${work.person} lands #${number} ${title}${effect}`);
}

function tellStates(shop: Workshop, story: Story): void {
  for (const state of ["available", "waiting", "blocked"]) {
    const tasks = shop.listIn(state);
    const names = tasks.map(({ number, title }) => `#${number} ${title}`).join("; ");
    const shown = state === "blocked" ? "" : `: ${names}`;
    if (tasks.length > 0) story.say(`state:${state} ${countOf(tasks.length, "issue")}${shown}`);
  }
}

async function closePlan({ sandbox, as }: Rehearsal, story: Story): Promise<void> {
  const isPlan = ({ body }: { readonly body?: string | null }) =>
    body?.includes("<!-- keysteps:begin tracking ");
  const plan = sandbox.issues(repositoryName).find(isPlan);
  if (!plan) return;
  await as[team[0]].issues.update({ ...shopName, issue_number: plan.number, state: "closed" });
  story.say(`${team[0]} closes #${plan.number} ${plan.title}.`);
}

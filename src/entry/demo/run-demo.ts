import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { readTextFile } from "../../adapters/disk/read-text-file.ts";
import { playSpec } from "./play-spec.ts";
import { playTeam } from "./play-team.ts";
import { startCoordinator } from "./start-coordinator.ts";
import { type Rehearsal, repositoryName, startRehearsal } from "./start-rehearsal.ts";
import { type Story, tellStory } from "./story.ts";
import { summarise } from "./summarise.ts";

/** What the demo plays with. */
export interface DemoOptions {
  /** Another spec than the shop's. */
  readonly specFile: string | undefined;
  /** Leave GitHub and the App up at the end, until the demo is interrupted. */
  readonly isKept: boolean;
}

const shopSpec = fileURLToPath(new URL("../../examples/shop/spec.md", import.meta.url));

/**
 * Plays the whole job on a GitHub to rehearse on: a spec becomes a plan and linked issues, and a team finishes
 * them in the right order.
 *
 * @returns The exit code: that of the Action where it fails.
 */
export async function runDemo({ specFile, isKept }: DemoOptions): Promise<number> {
  const story = tellStory(process.stdout);
  const text =
    specFile === undefined ? await readFile(shopSpec, "utf8") : await readTextFile(specFile);
  const specPath = specFile === undefined ? "examples/shop/spec.md" : `specs/${basename(specFile)}`;
  const rehearsal = await startRehearsal();
  try {
    story.say(
      `A GitHub to rehearse on runs at ${rehearsal.sandbox.url}; nothing leaves this machine.`,
    );
    const startedAt = performance.now();
    const exitCode = await playSpec(rehearsal, story, { specPath, text });
    if (exitCode === 0) await coordinate(rehearsal, story, startedAt, isKept);
    return exitCode;
  } finally {
    await rehearsal.sandbox.close();
  }
}

async function coordinate(
  rehearsal: Rehearsal,
  story: Story,
  startedAt: number,
  isKept: boolean,
): Promise<void> {
  const { sandbox } = rehearsal;
  const coordinator = await startCoordinator(rehearsal);
  try {
    const waits = await playTeam(rehearsal, story);
    await sandbox.webhooksSettled();
    summarise(rehearsal, story, {
      appLogin: coordinator.login,
      waits,
      ms: performance.now() - startedAt,
    });
    if (isKept) {
      story.chapter("Both stay up until you press Ctrl+C");
      story.say(
        `GitHub's API: ${sandbox.url} (try ${sandbox.url}/repos/${repositoryName}/issues?state=all)`,
      );
      story.say(`The App:      ${coordinator.url} (try ${coordinator.url}/healthz)`);
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    } else {
      story.say("");
      story.say(
        "To look around afterwards: tasks demo --keep. With a spec of yours: tasks demo --spec FILE.",
      );
    }
  } finally {
    await coordinator.close();
  }
}

import type { Config } from "../../src/core/model/config.ts";
import type { PlanRecord } from "../../src/core/model/record.ts";
import { applyToForge, shopSpec } from "../support/apply-to-forge.ts";
import type { FakeForge } from "../support/fake-forge.ts";
import type { ForgePull } from "../support/forge-world.ts";
import type { Doing } from "./step.ts";

/** Everybody who works in a repository, and the plan they go by. */
export interface People {
  /** Does something; nothing where it cannot be done now. */
  act(doing: Doing): void;
  /** Brings back all that the plan had. */
  restorePlan(): void;
}

const someFiles = [
  ["docs/readme.md"],
  ["db/migrations/003_more.sql", "server/orders.ts"],
  ["deploy/staging.yml"],
  ["db/migrations/004_yet_more.sql", "deploy/production.yml"],
];

const quiet = { cpuCores: 0, diskIoMbps: 0, skills: [], avoids: [], isPreemptible: false };

/** Machines with room for two of the tasks that take memory, or for one beside the big one. */
const machines: Partial<Config> = {
  machine: { cpuCores: undefined, memoryMb: 10_000, diskIoMbps: undefined },
  taskHints: {
    "1.3": { ...quiet, memoryMb: 3000 },
    "1.4": { ...quiet, memoryMb: 3000 },
    "2.4": { ...quiet, memoryMb: 5000 },
    "4.3": { ...quiet, memoryMb: 3000 },
  },
};

/**
 * Gives a repository the plan of the demo, and people who work on it. The first task is done, and
 * somebody has taken away the link between the two migrations: both may start, one at a time, and
 * have pull requests. What waits for others is labelled so already.
 */
export function settlePeople(forge: FakeForge): People {
  let record: PlanRecord = applyToForge(forge, shopSpec, undefined, machines);
  const pick = <Thing>(things: readonly Thing[], index: number): Thing | undefined =>
    things[index % Math.max(1, things.length)];
  const pulls = (...states: ForgePull["state"][]) =>
    [...forge.world.pulls.values()].filter(({ state }) => states.includes(state));

  function listTasks(): readonly number[] {
    return record.tasks.flatMap(({ issue }) => issue?.number ?? []);
  }

  /** An open task; an even number gives one that waits for nothing, if there is any. */
  function pickOpen(index: number): number | undefined {
    const open = listTasks().filter((number) => forge.issue(number).state === "open");
    const free = open.filter((number) =>
      forge.issue(number).blockedBy.every((other) => forge.issue(other).state === "closed"),
    );
    return pick(index % 2 === 0 && free.length > 0 ? free : open, Math.floor(index / 2));
  }

  /** An open pull request; an even number gives one whose gate stands open, if there is any. */
  function pickPull(index: number): ForgePull | undefined {
    const open = pulls("open");
    const passing = open.filter(({ number }) => forge.isMergeable(number));
    const half = Math.floor(index / 2);
    return pick(index % 2 === 0 && passing.length > 0 ? passing : open, half);
  }

  function openPull(closes: readonly (number | undefined)[], b: number): void {
    const named = [...new Set(closes.flatMap((number) => number ?? []))];
    forge.openPull({ closes: named, files: pick(someFiles, b) });
  }

  function apply(text: string): void {
    record = applyToForge(forge, text, record, machines);
  }

  const acts: Readonly<Record<Doing["kind"], (a: number, b: number) => void>> = {
    claim: (a, b) => withOne(pickOpen(a), (number) => forge.claim(number, `person-${b % 3}`)),
    unclaim: (a) => withOne(pickOpen(a), (number) => forge.unclaim(number)),
    "close issue": (a, b) =>
      withOne(b % 2 === 0 ? pickOpen(a) : pickPull(a)?.closes[0], (number) =>
        forge.closeIssue(number),
      ),
    "shelve issue": (a) =>
      withOne(pickOpen(a), (number) => forge.closeIssue(number, "not_planned")),
    "reopen issue": (a) => {
      const closed = listTasks().filter((number) => forge.issue(number).state === "closed");
      withOne(pick(closed, a), (number) => forge.reopenIssue(number));
    },
    "open pull": (a, b) => openPull([pickOpen(a)], b),
    "open pull of two tasks": (a, b) => openPull([pickOpen(a), pickOpen(b)], a + b),
    "open pull on a shared head": (a, b) =>
      withOne(pickPull(a), ({ number }) =>
        forge.openPull({ closes: [pickOpen(b) ?? 1], head: forge.head(number) }),
      ),
    "open vast pull": (a) => forge.openVastPull([pickOpen(a) ?? 1]),
    push: (a, b) =>
      withOne(pickPull(a), ({ number }) =>
        b % 2 === 0 ? forge.push(number) : forge.push(number, pick(someFiles, b)),
      ),
    "push back": (a, b) =>
      withOne(pickPull(a), ({ number, heads }) =>
        withOne(pick(heads, b), (head) => forge.forcePush(number, head)),
      ),
    "rename tasks": (a, b) =>
      withOne(pickPull(a), ({ number }) =>
        forge.editPull(number, { closes: b % 3 === 0 ? [] : [pickOpen(b) ?? 1] }),
      ),
    merge: (a) => merge(a, {}),
    "merge late": (a) => merge(a, { isLate: true }),
    bypass: (a) =>
      withOne(pick(pulls("open"), a), ({ number }) => forge.merge(number, { isBypassed: true })),
    "close pull": (a) => withOne(pickPull(a), ({ number }) => forge.closePull(number)),
    "reopen pull": (a) =>
      withOne(pick(pulls("closed"), a), ({ number }) => forge.reopenPull(number)),
    "add link": (a, b) =>
      withOne(pickOpen(a), (blocked) =>
        withOne(pickOpen(b), (blocking) => {
          if (blocked !== blocking) forge.addLink(blocked, blocking);
        }),
      ),
    "remove link": (a, b) =>
      withOne(pickOpen(a), (blocked) =>
        withOne(pick(forge.issue(blocked).blockedBy, b), (other) =>
          forge.removeLink(blocked, other),
        ),
      ),
    unlock: (a) =>
      withOne(pick(pulls("merged"), a), ({ number }) => forge.labelPull(number, "keysteps:unlock")),
    "drop task": (a) => apply(dropTask(shopSpec, a)),
    "restore plan": () => apply(shopSpec),
    "break settings": () => {
      forge.configText = "resources: 7";
    },
    "delete plans": () => {
      forge.planFiles = new Map();
    },
    "mend settings": () => {
      forge.configText = undefined;
    },
  };

  function merge(a: number, how: { readonly isLate?: boolean }): void {
    forge.closeMerged();
    const open = pulls("open").filter(({ number }) => forge.isMergeable(number));
    withOne(pick(open, a), ({ number }) => forge.merge(number, how));
  }

  const [first, migration, , , , , , , , otherMigration] = listTasks();
  withOne(first, (number) => forge.closeIssue(number));
  withOne(otherMigration, (number) => forge.removeLink(number, migration ?? 0));
  for (const number of listTasks()) {
    const isBlocked = forge.issue(number).blockedBy.some((other) => other !== first);
    if (isBlocked) forge.editIssue(number, { labels: ["state:blocked"] });
  }
  openPull([migration], 1);
  openPull([otherMigration], 1);
  return {
    act: ({ kind, a, b }) => acts[kind](a, b),
    restorePlan: () => {
      forge.configText = undefined;
      apply(shopSpec);
    },
  };
}

function withOne<Thing>(thing: Thing | undefined, act: (thing: Thing) => unknown): void {
  if (thing !== undefined) act(thing);
}

/** The spec without one of its tasks: a migration, or one that many wait for. */
function dropTask(text: string, index: number): string {
  const dropped = ["1.2", "1.3", "3.1"][index % 3];
  const blocks = text.split(/^(?=- \[ \] \*\*Task|### |## )/m);
  return blocks.filter((block) => !block.startsWith(`- [ ] **Task ${dropped}**`)).join("");
}

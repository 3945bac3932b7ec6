import type { Freeze } from "../../model/hold.ts";
import { toCode } from "../../text/to-code.ts";
import type { PullSituation } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";

/** Why a pull request may not land, whoever holds what. */
export interface Obstacle {
  /** One line. */
  readonly title: string;
  /** Markdown: the reason and the mend. */
  readonly summary: string;
}

/** Finds what keeps a pull request from landing, even if its tasks held all they need. */
export function findObstacle(
  situation: PullSituation,
  freezes: readonly Freeze[],
): Obstacle | undefined {
  if (situation.pull.files === undefined) {
    return {
      title: "Its files could not all be read",
      summary: "The gate opens once GitHub lists them.",
    };
  }
  return (
    findBlocker(situation) ??
    findClosedTask(situation) ??
    findStrayFile(situation) ??
    findFreeze(situation, freezes)
  );
}

function findBlocker({ blockers }: PullSituation): Obstacle | undefined {
  if (blockers.length === 0) return undefined;
  const names = [...new Set(blockers.map(({ name }) => name))].join(", ");
  return {
    title: `Waits for ${names}`,
    summary: `A task that this pull request closes is blocked by ${names}.`,
  };
}

/** A closed task cannot take its turn, yet landing its work needs one. */
function findClosedTask({ named }: PullSituation): Obstacle | undefined {
  const closed = named.find(({ standing, planned }) => standing !== "open" && planned.length > 0);
  if (!closed) return undefined;
  const name = `#${closed.issue?.number}`;
  const needs = closed.planned.map(({ resource }) => `\`${resource}\``).join(", ");
  return {
    title: `Closes ${name}, which is closed already`,
    summary: `The work of ${name} takes its turn on ${needs}, and a closed task has none. Reopen ${name}, or take its name out of the description.`,
  };
}

function findStrayFile({ named, touched: [first] }: PullSituation): Obstacle | undefined {
  if (!first || named.some(({ standing }) => standing === "open")) return undefined;
  const path = toCode(first.path);
  return {
    title: `Touches ${path} but names no open task`,
    summary: `\`${path}\` belongs to \`${first.resource}\`, on which tasks take turns. Name the task that this is for: write “Closes #n” with its issue into the description.`,
  };
}

function findFreeze({ required }: PullSituation, freezes: readonly Freeze[]): Obstacle | undefined {
  const keys = new Set(required.map(toResourceKey));
  const frozen = freezes.find((freeze) => keys.has(toResourceKey(freeze)));
  if (!frozen) return undefined;
  const { resource, pullNumber, repository, reason } = frozen;
  return {
    title: `${resource} is frozen by ${repository}#${pullNumber}`,
    summary: `${reason}. A person who has checked it puts the label \`keysteps:unlock\` on ${repository}#${pullNumber}.`,
  };
}

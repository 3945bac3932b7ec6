import type { SpecDocument, SpecFile, SpecTask } from "../../model/spec.ts";
import { groupBy } from "../../text/group-by.ts";
import type { InferredLink } from "../infer/inferred-link.ts";
import type { NamedInterface } from "./find-interfaces.ts";
import { isChangedFile } from "./is-changed-file.ts";

/** How sure it is that a task waits for the one that makes what it names, or the file that it changes. */
const madeConfidence = 0.75;
/** The same, where the later task says itself what it waits for, or that it can run beside others. */
const doubtedConfidence = 0.6;
/** How sure it is that of two tasks that change a file the one that is written first goes first. */
const sameFileConfidence = 0.6;

/** A link between two stated tasks that no line states. */
export interface GuessedLink extends InferredLink {
  readonly isHard: boolean;
}

/**
 * What follows from what tasks name: who uses an interface waits for who makes it, who changes a file
 * for who creates it (hard, unless the later task speaks for itself), and two that name one file, of
 * which one may only read it or may run beside others, go better one after the other (soft). Two that
 * both change it are kept apart by a lock and have no link here. Only ever from the earlier to the later
 * task of the document, and to none that says that it waits for nothing.
 */
export function inferLinks(
  { tasks, statements }: SpecDocument,
  interfaces: readonly NamedInterface[],
): readonly GuessedLink[] {
  const spoken = new Set(
    statements.flatMap((statement) => {
      if (statement.kind === "edge") return statement.owners;
      return "owner" in statement && statement.owner !== undefined ? [statement.owner] : [];
    }),
  );
  const free = new Set(
    statements.flatMap((statement) =>
      statement.kind === "none" && statement.owner !== undefined ? [statement.owner] : [],
    ),
  );
  const links = [
    ...interfaces.flatMap(({ name, producer, consumers }) =>
      consumers.flatMap((consumer) => {
        const [before, after] = [tasks[producer ?? -1], tasks[consumer]];
        if (producer === undefined || producer > consumer || !before || !after) return [];
        return [
          toMade(before, after, `${nameOf(after)} uses ${name}, which ${nameOf(before)} makes`),
        ];
      }),
    ),
    ...linkFiles(tasks),
  ];
  return links.filter(({ to }) => !free.has(to));

  function toMade(before: SpecTask, after: SpecTask, reason: string): GuessedLink {
    const isDoubted = after.isParallel || spoken.has(after.ref);
    const confidence = isDoubted ? doubtedConfidence : madeConfidence;
    return toLink(before, after, { type: "technical", reason, confidence, isHard: !isDoubted });
  }

  function linkFiles(all: readonly SpecTask[]): readonly GuessedLink[] {
    const uses = all.flatMap((task) =>
      task.files.filter(({ path }) => !/[*?[{]|\/$/.test(path)).map((file) => ({ task, ...file })),
    );
    return [...groupBy(uses, ({ path }) => path)].flatMap(([path, users]) =>
      users.slice(1).flatMap((later, index) => {
        const earlier = users[index];
        if (earlier === undefined || earlier.task === later.task) return [];
        const isMade = earlier.action === "create" && later.action === "edit";
        if (isMade) {
          const reason = `${nameOf(later.task)} changes ${path}, which ${nameOf(earlier.task)} creates`;
          return [toMade(earlier.task, later.task, reason)];
        }
        if ([earlier, later].every(isLocked)) return [];
        const reason = `${nameOf(earlier.task)} and ${nameOf(later.task)} both name ${path}`;
        const confidence = sameFileConfidence;
        return [
          toLink(earlier.task, later.task, {
            type: "sequential",
            reason,
            confidence,
            isHard: false,
          }),
        ];
      }),
    );
  }
}

function toLink(
  before: SpecTask,
  after: SpecTask,
  said: Pick<GuessedLink, "type" | "reason" | "confidence" | "isHard">,
): GuessedLink {
  const { confidence } = said;
  const evidence = [before, after].map((task) => ({ ...task.evidence, confidence }));
  return { from: before.ref, to: after.ref, ...said, evidence };
}

/** Whether the task takes turns with others that change the file. */
function isLocked({ task, ...file }: SpecFile & { readonly task: SpecTask }): boolean {
  return !task.isParallel && isChangedFile(file, task);
}

function nameOf({ ownId, title }: SpecTask): string {
  return ownId ?? `"${title}"`;
}

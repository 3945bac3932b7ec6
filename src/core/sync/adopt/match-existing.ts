import type { PlanId } from "../../model/ids.ts";
import type { Adoption, OpenIssue } from "../../model/issue.ts";
import type { Task } from "../../model/plan.ts";
import { splitWords } from "../../text/split-words.ts";
import { parseMarker } from "../parse-marker.ts";
import { judgeLikeness, toCompared } from "./judge-likeness.ts";
import type { MappedIssue } from "./parse-mapping.ts";

/** What there is to match. */
export interface ExistingIssues {
  readonly planId: PlanId;
  readonly specPath: string;
  /** Tasks without an issue, in document order. */
  readonly tasks: readonly Task[];
  readonly open: readonly OpenIssue[];
  /** Logins whose issues count beside those of people who belong to the repository. */
  readonly trusted: ReadonlySet<string>;
  readonly mapping: readonly MappedIssue[];
}

/** Which issues are taken over, and what a person has to decide. */
export interface Matched {
  readonly adoptions: readonly Adoption[];
  /** One line each. */
  readonly doubts: readonly string[];
}

/**
 * Matches tasks that have no issue with open issues that are there already: by the mapping, by another
 * tool's marker, by ID and title, by title. Where two issues would do, or one for two tasks, none is
 * taken. An issue of another plan is never taken, and one of a stranger only where the mapping names it.
 */
export function matchExisting(existing: ExistingIssues): Matched {
  const { tasks, open, mapping, trusted } = existing;
  const free = open.filter((issue) => !isAnothers(issue, existing));
  const members = free
    .filter(({ isByMember, authorLogin }) => isByMember || trusted.has(authorLogin))
    .map((issue) => toCompared(issue, existing.specPath));
  const byNumber = new Map(free.map((issue) => [issue.number, issue]));
  const doubts: string[] = [];
  const found: Adoption[] = [];
  for (const task of tasks) {
    const mapped = mapping.filter(({ name }) => isNamed(task, name));
    const candidates = mapped.length > 0 ? takeMapped(task, mapped) : findAlike(task);
    const [first, second] = candidates;
    if (first && second) {
      const numbers = candidates.map(({ issue }) => `#${issue.number}`).join(", ");
      doubts.push(`${task.id} "${task.title}" may be any of ${numbers}: name one in a mapping`);
    } else if (first) found.push(first);
  }
  const taken = countBy(found);
  for (const { taskId, issue } of found) {
    if ((taken.get(issue.number) ?? 0) > 1)
      doubts.push(`#${issue.number} "${issue.title}" may be ${taskId} and another task: name one`);
  }
  return { adoptions: found.filter(({ issue }) => taken.get(issue.number) === 1), doubts };

  function takeMapped(task: Task, mapped: readonly MappedIssue[]): readonly Adoption[] {
    return [...new Set(mapped.map(({ number }) => number))].flatMap((number) => {
      const issue = byNumber.get(number);
      if (issue) return [{ taskId: task.id, issue, reason: "named in the mapping" }];
      doubts.push(`${task.id} cannot have #${number}: it is no open issue, or another plan's`);
      return [];
    });
  }

  function findAlike(task: Task): readonly Adoption[] {
    const compared = { ...task, words: splitWords(task.title) };
    const judged = members.map((member) => ({
      issue: member.issue,
      ...judgeLikeness(compared, member),
    }));
    for (const { issue, isDoubtful } of judged) {
      if (isDoubtful)
        doubts.push(
          `#${issue.number} "${issue.title}" bears the ID of ${task.id} "${task.title}" and another title: not taken`,
        );
    }
    const best = Math.max(0, ...judged.map(({ rank }) => rank));
    return judged
      .filter(({ rank }) => best > 0 && rank === best)
      .map(({ issue, reason }) => ({ taskId: task.id, issue, reason }));
  }
}

function countBy(found: readonly Adoption[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { issue } of found) counts.set(issue.number, (counts.get(issue.number) ?? 0) + 1);
  return counts;
}

function isNamed({ id, ownId, title }: Task, name: string): boolean {
  const wanted = name.toLowerCase();
  const names = [id, ownId, title, ownId && `${ownId}: ${title}`, ownId && `${ownId} ${title}`];
  return names.some((own) => own?.toLowerCase() === wanted);
}

/** It bears our marker for something else: of this plan it is only taken back by a run that was cut short. */
function isAnothers({ body }: OpenIssue, { planId, tasks }: ExistingIssues): boolean {
  const marked = parseMarker(body);
  if (marked === undefined) return false;
  const isOurs = marked.kind === "task" && marked.planId === planId;
  return !isOurs || tasks.every(({ id }) => id !== marked.taskId);
}

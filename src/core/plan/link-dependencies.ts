import type { Diagnostic } from "../model/diagnostic.ts";
import type { TaskId } from "../model/ids.ts";
import type { Dependency } from "../model/plan.ts";
import type { SpecDocument, SpecTask } from "../model/spec.ts";
import { cutText } from "../text/cut-text.ts";
import { classifyLink } from "./links/classify-link.ts";
import type { GuessedLink } from "./links/infer-links.ts";
import { type LinkRule, listLinkRules } from "./list-link-rules.ts";

/** Most links that one statement may make; beyond, a plan would drown in them. */
const maxLinks = 10_000;
/** Longest part of a statement that a finding quotes. */
const mostQuoted = 120;

/** What statements and phases make, unmerged. */
export interface LinkedDependencies {
  readonly dependencies: readonly Dependency[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes dependencies of what the spec says. A statement that would make too
 * many is refused (KS206), one that makes none is reported (KS207); a guess
 * from the order of phases that would make too many is just left out.
 *
 * @param guessed What tasks wait for without a word, which says who comes first and last in a group.
 */
export function linkDependencies(
  spec: SpecDocument,
  ids: ReadonlyMap<string, TaskId>,
  minConfidence: number,
  guessed: readonly GuessedLink[] = [],
): LinkedDependencies {
  const rules = listLinkRules(spec, minConfidence, guessed);
  const byRef = new Map(spec.tasks.map((task) => [task.ref, task]));
  return {
    dependencies: rules
      .filter((rule) => countLinks(rule) <= maxLinks)
      .flatMap((rule) => toDependencies(rule, byRef, ids)),
    diagnostics: rules.flatMap((rule) => judgeRule(rule, spec)),
  };
}

function countLinks({ on, owners }: LinkRule): number {
  return on.length * owners.length;
}

function toDependencies(
  { on, owners, said }: LinkRule,
  byRef: ReadonlyMap<string, SpecTask>,
  ids: ReadonlyMap<string, TaskId>,
): readonly Dependency[] {
  return on.flatMap((before) =>
    owners.flatMap((after) => {
      const [from, to] = [ids.get(before), ids.get(after)];
      if (from === undefined || to === undefined) return [];
      const type = said.type === "technical" ? classifyLink(byRef.get(before)) : said.type;
      return [{ from, to, ...said, type, sharedResource: undefined }];
    }),
  );
}

function judgeRule(rule: LinkRule, { path, groups }: SpecDocument): readonly Diagnostic[] {
  const { statement } = rule;
  const links = countLinks(rule);
  if (statement === undefined || (links > 0 && links <= maxLinks)) return [];
  const at = { path, line: statement.line, column: statement.column };
  if (links > maxLinks) {
    const message = `"${cutText(statement.text, mostQuoted)}" would make ${links} links between tasks, more than ${maxLinks}; name fewer tasks, or put one task between the two groups`;
    return [{ code: "KS206", severity: "error", message, at }];
  }
  const named =
    statement.kind === "group-edge" ? [...statement.ownerGroups, ...statement.onGroups] : [];
  const full = new Set(groups.filter((group) => group.taskRefs.length > 0).map(({ id }) => id));
  const empty = named.filter((id) => !full.has(id)).join(" or ");
  const message = `"${cutText(statement.text, mostQuoted)}" makes no dependency, for no task stands in ${empty || "what it names"}; give it tasks, or take the line out`;
  return [{ code: "KS207", severity: "warning", message, at }];
}

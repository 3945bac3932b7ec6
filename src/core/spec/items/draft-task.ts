import type { ListItem } from "mdast";
import type { SpecTask } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { maskSpans } from "../../text/mask-spans.ts";
import type { Source } from "../outline/build-source.ts";
import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { hideStruck } from "../statements/hide-struck.ts";
import { recogniseDependencyPhrases } from "../statements/recognise-dependency-phrase.ts";
import { listAccepted } from "./body/list-accepted.ts";
import { listFiles } from "./body/list-files.ts";
import { readBodyPhrases } from "./body/read-body-phrases.ts";
import { readChecks } from "./body/read-checks.ts";
import { readCriteria } from "./body/read-criteria.ts";
import { readEffort } from "./body/read-effort.ts";
import { type ItemBody, readItemBody } from "./body/read-item-body.ts";
import { readLinks } from "./body/read-links.ts";
import { readSkills } from "./body/read-skills.ts";
import { readSteps } from "./body/read-steps.ts";
import { readTablePhrases } from "./body/read-table-phrases.ts";
import { readTableSteps } from "./body/read-table-steps.ts";
import { linesOf, valuesOf } from "./body/values-of.ts";
import { judgeManner } from "./judge-manner.ts";
import type { Candidate } from "./levels/candidate.ts";
import { cleanOwner } from "./line/clean-owner.ts";
import { readTitleLine } from "./line/read-title-line.ts";
import { recogniseState } from "./line/recognise-state.ts";
import { recogniseTaskLine, type TaskLine } from "./line/recognise-task-line.ts";
import { readListNumber } from "./read-list-number.ts";
import { recognisePlaceholder } from "./recognise-placeholder.ts";
import { recognisePriority } from "./recognise-priority.ts";
import type { Container, Link, TaskDraft } from "./task-draft.ts";

/** A longer requirement is a story told in full: a note. */
const mostNamed = 80;

/**
 * Puts a task together from its line and its body.
 *
 * @param isOwnItem Tells nested items that are left out because they are tasks themselves.
 */
export function draftTask(
  candidate: Candidate,
  containers: readonly Container[],
  source: Source,
  isOwnItem: (nested: ListItem) => boolean,
): TaskDraft {
  const { title: heading, node, parts, construct } = candidate;
  const body = readItemBody(parts, source.text, heading === undefined, isOwnItem);
  const line =
    heading === undefined && node !== undefined
      ? { ...recogniseTaskLine(body.lead, "box", node.checked), ownId: candidate.line.ownId }
      : candidate.line;
  const [text, after] = splitAfter(line.tags.rest);
  const phrases = recogniseDependencyPhrases(text);
  const cuts = phrases.flatMap((phrase) => phrase.cut ?? []);
  const title = readTitleLine(text, cuts);
  const tail = phrases.flatMap((phrase) => phrase.tail ?? [])[0];
  const criteria = readCriteria(body);
  const steps = [
    ...readSteps(body.steps, source),
    ...body.tables.flatMap((table) => readTableSteps(table, source)),
  ];
  const subtasks = steps.filter((step) => step.title !== title.text);
  return {
    construct,
    dialect: judgeManner(candidate, body),
    ownId: line.ownId,
    listNumber: node && readListNumber(source.text, candidate.span.start),
    title: title.text || (line.ownId ?? collapseWhitespace(text.text)),
    shorter: tail && { title: readTitleLine(text, [...cuts, tail.span]).text, ids: tail.ids },
    state: isDropped(line)
      ? "cancelled"
      : (toMarked(line) ?? readState(body) ?? title.state ?? line.state ?? judgeSteps(subtasks)),
    isParallel: line.tags.isParallel || title.isParallel,
    isOptional: line.isOptional || title.isOptional,
    stories: line.tags.stories,
    description: readDescription(body),
    files: listFiles({ ...text, text: maskSpans(text.text, cuts) }, body),
    doneWhen: [
      ...criteria.doneWhen,
      ...listAccepted(body, source).flatMap(({ words }) => words ?? []),
    ],
    type: linesOf(body, "type")[0],
    priority: title.priority ?? line.tags.priority ?? readPriority(body),
    owner: title.owner ?? cleanOwner(linesOf(body, "owner")[0]),
    skills: readSkills(linesOf(body, "skills")).skills,
    effort: readEffort(body, title.effort),
    subtasks,
    checks: readChecks(body, source),
    notes: [...readNotes(body), ...readRest(body)],
    risks: linesOf(body, "risks"),
    resources: linesOf(body, "resources"),
    requirements: [...criteria.requirements, ...title.requirements],
    phrases: [
      ...phrases,
      ...readBodyPhrases(body, source.text),
      ...body.tables.flatMap((table) => readTablePhrases(table, source.text)),
    ],
    links: [...after, ...readLinks(body)],
    placeholder: findPlaceholder([text, ...body.entries.flatMap((entry) => entry.values)]),
    heading: candidate.heading,
    containers,
    span: candidate.span,
  };
}

/** `Sell books after: Set up, T002`: the title, and what it waits for. */
function splitAfter(text: InlineText): readonly [InlineText, readonly Link[]] {
  const match = /\s+after:\s*(?=\S)/.exec(text.text);
  if (match === null) return [text, []];
  const line = sliceInline(text, match.index);
  const value = sliceInline(text, match.index + match[0].length);
  return [sliceInline(text, 0, match.index), [{ key: "depends-on", line, values: [value] }]];
}

/** All of its words are struck out, and it is not done. */
function isDropped({ state, tags: { rest } }: TaskLine): boolean {
  return state !== "done" && rest.text !== "" && hideStruck(rest).text.trim() === "";
}

/** What its box says, unless it is empty: a key or a mark tells more than that. */
function toMarked({ state }: TaskLine): SpecTask["state"] | undefined {
  return state === "todo" ? undefined : state;
}

function readState(body: ItemBody): SpecTask["state"] | undefined {
  return linesOf(body, "status").flatMap((line) => recogniseState(line) ?? [])[0];
}

/** A task without a state of its own is as far as its steps are. */
function judgeSteps(steps: SpecTask["subtasks"]): SpecTask["state"] | undefined {
  const done = steps.filter((step) => step.isDone).length;
  if (done === 0) return undefined;
  return done === steps.length ? "done" : "in-progress";
}

/** Implementation notes; a plain block of them counts by line. */
function readNotes(body: ItemBody): readonly string[] {
  const blocks = body.entries.flatMap(({ key, code }) => (key === "notes" ? code : []));
  const plain = blocks.filter(({ lang }) => /^(?:text|txt)?$/.test(lang ?? ""));
  const lines = plain.flatMap(({ value }) => value.split("\n")).map(collapseWhitespace);
  return [...linesOf(body, "notes"), ...lines.filter((line) => line !== "")];
}

/** What stands under keys and headings that are none of ours, with their names. */
function readRest(body: ItemBody): readonly string[] {
  return body.entries.flatMap(({ key, line, values }) => {
    const isStory = key === "requirements" && values.some(({ text }) => text.length > mostNamed);
    const isTold = key === "skills" && !readSkills(values.map(({ text }) => text)).isWhole;
    if ((key !== "other" && !isStory && !isTold) || values.length === 0) return [];
    const [first = "", ...more] = values.map(({ text }) => collapseWhitespace(text));
    const name = collapseWhitespace(line.text);
    return [name.endsWith(first) ? name : `${name.replace(/[:：]$/, "")}: ${first}`, ...more];
  });
}

function readPriority(body: ItemBody): SpecTask["priority"] {
  return linesOf(body, "priority").flatMap((line) => recognisePriority(line) ?? [])[0];
}

function readDescription(body: ItemBody): string | undefined {
  const texts = [...valuesOf(body, "description", "goal"), ...body.notes];
  const lines = texts.map((each) => collapseWhitespace(each.text)).filter((line) => line !== "");
  return lines.length === 0 ? undefined : lines.join("\n");
}

function findPlaceholder(texts: readonly InlineText[]): InlineText | undefined {
  for (const text of texts) {
    const found = recognisePlaceholder(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

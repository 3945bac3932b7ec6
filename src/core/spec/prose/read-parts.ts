import type { SpecPart } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import type { Source } from "../outline/build-source.ts";
import { type InlineText, toSourceSpan } from "../outline/inline-text.ts";
import type { Block, Heading } from "../outline/outline.ts";
import { listProse, type ProseText } from "./list-prose.ts";
import { splitSentences } from "./split-sentences.ts";

const request =
  /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[\s`|]+(\/[^\s`"'),;|]*[^\s`"'),;|.:]|\/(?=[\s`]|$))/g;
const dotted = /^[a-z][\w-]*(?:[.:][a-z][\w-]*)+$/;
const call = /^[A-Za-z_$][\w$.]*\([^()]*\)$/;
const fileEnding = /\.(?:[jt]sx?|py|md|json|ya?ml|sql|css|html?|go|rs|java|rb|sh|toml|txt)$/;
const events = /\bevents?\b|\b(?:emits?|publish(?:es)?|subscribes?)\b/i;
const entities =
  /^(?:[\d.]+\s*)?(?:key |core |main |data )?entities\b|^(?:[\d.]+\s*)?(?:data|domain) models?\b/i;
const deployment = /\bdeploy(?:s|ed|ing|ments?)?\b|\broll-?out\b|\bgo(?:es)? live\b/i;
const notDeployed = /\b(?:not?|never|without|nothing)\b[^.]{0,30}\bdeploy/i;
const named = /^([\p{L}_][\p{L}\d_ ]{0,40}?)\s*(?:\([^)]*\)\s*)?(?:[:–—]|\s-\s|$)/u;

/**
 * Reads the interfaces and data that prose names, each once, where it is first named: requests such as
 * `POST /users`, events and functions in code, and what a section on entities or the data model lists;
 * and the first place that speaks of deployment.
 */
export function readParts(blocks: readonly Block[], source: Source): readonly SpecPart[] {
  const parts = new Map<string, SpecPart>();
  for (const prose of listProse(blocks, source.text)) {
    for (const name of [
      ...listRequests(prose.text),
      ...splitSentences(prose.text).flatMap(listCodeNames),
    ]) {
      add("interface", name, prose.text);
    }
    const entity = recogniseEntity(prose);
    if (entity !== undefined) add("entity", entity, prose.text);
    if (isAboutDeployment(prose)) add("deployment", "deployment", prose.text);
  }
  return [...parts.values()];

  function add(kind: SpecPart["kind"], name: string, text: InlineText): void {
    const key = `${kind} ${name.toLowerCase()}`;
    if (parts.has(key)) return;
    const span = toSourceSpan(text);
    const { path, line } = source.placeAt(span.start);
    const evidence = source.evidenceOf(span);
    parts.set(key, { kind, name, text: collapseWhitespace(text.text), evidence, path, line });
  }
}

function listRequests({ text }: InlineText): readonly string[] {
  return Array.from(text.matchAll(request), ([, method, path]) => `${method} ${path}`);
}

function listCodeNames({ text, code }: InlineText): readonly string[] {
  const names = code.map(({ start, end }) => text.slice(start, end).trim());
  const isAboutEvents = events.test(text);
  return names.filter(
    (name) => call.test(name) || (isAboutEvents && dotted.test(name) && !fileEnding.test(name)),
  );
}

/** The first words of an item or row under a heading about data, up to the colon. */
function recogniseEntity({ text, heading, item, isFirst, isRow }: ProseText): string | undefined {
  if (!isAboutEntities(heading) || !isFirst || item?.item !== undefined) return undefined;
  const first = isRow ? (text.text.split("\n")[0] ?? "") : text.text;
  return named.exec(first)?.[1]?.trim();
}

function isAboutDeployment({ text, heading }: ProseText): boolean {
  if (heading !== undefined && heading.depth > 1 && deployment.test(heading.title.text))
    return true;
  return splitSentences(text).some(
    (sentence) => deployment.test(sentence.text) && !notDeployed.test(sentence.text),
  );
}

function isAboutEntities(heading: Heading | undefined): boolean {
  for (let above = heading; above !== undefined; above = above.parent) {
    if (entities.test(above.title.text.trim())) return true;
  }
  return false;
}

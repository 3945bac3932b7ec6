import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import { parseEffort } from "../line/parse-effort.ts";
import type { ItemBody } from "./read-item-body.ts";
import { valuesOf } from "./values-of.ts";

/** What a task's body asks for. */
export interface Criteria {
  /** One sentence each. */
  readonly doneWhen: readonly string[];
  /** `AC-US1-01`, `FR-001`, `1.2`: what it says it serves. */
  readonly requirements: readonly string[];
}

const reference = /^(?:[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-?\d+(?:\.\d+)*|\d+(?:\.\d+)+|\d+)$/;

/** Longer prose is a story told, not the name of a requirement. */
const mostServed = 80;

/**
 * Reads acceptance criteria, definitions of done and expected outcomes, and the requirements that a
 * task serves. Criteria that are nothing but IDs are requirements.
 */
export function readCriteria(body: ItemBody): Criteria {
  const sentences = valuesOf(body, "done-when", "outcome").flatMap(({ text }) =>
    splitSentences(text),
  );
  const checks = valuesOf(body, "validation")
    .filter(({ text, code }) => code.length === 0 && parseEffort(text)?.text !== text.trim())
    .flatMap(({ text }) => splitSentences(text));
  const served = valuesOf(body, "requirements")
    .filter(({ text }) => text.length <= mostServed || !splitList(text).some(isProse))
    .flatMap(({ text }) => splitList(text));
  return {
    doneWhen: [...sentences, ...checks].filter((sentence) => splitList(sentence).some(isProse)),
    requirements: [
      ...served,
      ...sentences.flatMap((sentence) =>
        splitList(sentence).some(isProse) ? [] : splitList(sentence),
      ),
    ],
  };
}

function splitSentences(text: string): readonly string[] {
  return collapseWhitespace(text)
    .replace(/^\[[ xX]\]\s+/, "")
    .split(/;\s+|\.\s+(?=[A-Z])/)
    .map((sentence) => sentence.replace(/[.;]$/, "").trim())
    .filter((sentence) => sentence !== "");
}

function splitList(text: string): readonly string[] {
  return text
    .split(/\s*[,;、，]\s*/)
    .map((part) => collapseWhitespace(part).replace(/[.;]$/, ""))
    .filter((part) => part !== "");
}

function isProse(part: string): boolean {
  return !reference.test(part);
}

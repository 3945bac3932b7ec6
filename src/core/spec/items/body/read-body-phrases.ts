import type { ListItem } from "mdast";
import {
  type DependencyPhrase,
  recogniseDependencyPhrases,
} from "../../statements/recognise-dependency-phrase.ts";
import { recogniseDependencySentences } from "../../statements/recognise-dependency-sentence.ts";
import { recogniseTaskLine } from "../line/recognise-task-line.ts";
import { toBodyParts } from "./body-part.ts";
import { type ItemBody, readItemBody } from "./read-item-body.ts";
import { readLinks } from "./read-links.ts";

/** Without one of these words a step says nothing about order. */
const orderWord = /depend|block|after|before|needs?\b|require|wait|until|prerequisite|once\b/i;

/**
 * Lists what a task's text and its steps say about order. What a step waits for, its task waits for:
 * steps are no tasks of the plan.
 *
 * @param source The text that the body was read from.
 */
export function readBodyPhrases(
  body: Pick<ItemBody, "notes" | "steps">,
  source: string,
): readonly DependencyPhrase[] {
  return [
    ...body.notes.flatMap(recogniseDependencySentences),
    ...body.steps.flatMap((step) => readStepPhrases(step, source)),
  ];
}

function readStepPhrases(step: ListItem, source: string): readonly DependencyPhrase[] {
  const { start, end } = step.position ?? {};
  if (!orderWord.test(source.slice(start?.offset, end?.offset))) return [];
  const body = readItemBody(toBodyParts(step.children), source, true, () => false);
  const line = recogniseTaskLine(body.lead, "box", step.checked);
  const own = recogniseDependencyPhrases(line.tags.rest).map((phrase) => ({
    ...phrase,
    isStrict: true,
  }));
  const keyed = readLinks(body).flatMap(({ key, line: whole, values }) =>
    values.map((value): DependencyPhrase => {
      const relation = key === "blocks" ? "before" : "after";
      return { relation, whole, value, isStrict: false, cut: undefined };
    }),
  );
  const said = [...own, ...keyed].filter(({ relation }) => relation !== "none");
  return [
    ...said.map((phrase) => ({ ...phrase, isOfStep: true })),
    ...readBodyPhrases(body, source),
  ];
}

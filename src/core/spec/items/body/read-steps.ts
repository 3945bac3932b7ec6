import type { ListItem } from "mdast";
import type { SpecSubtask } from "../../../model/spec.ts";
import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import type { Source } from "../../outline/build-source.ts";
import { readTitleLine } from "../line/read-title-line.ts";
import { recogniseTaskLine, type TaskLine } from "../line/recognise-task-line.ts";
import { toBodyParts } from "./body-part.ts";
import { listFiles } from "./list-files.ts";
import { type ItemBody, readItemBody } from "./read-item-body.ts";

/** Reads the steps of a task; a step's own steps come right after it. */
export function readSteps(steps: readonly ListItem[], source: Source): readonly SpecSubtask[] {
  return steps.flatMap((node) => {
    const body = readItemBody(toBodyParts(node.children), source.text, true, () => false);
    const line = recogniseTaskLine(body.lead, "box", node.checked);
    if (line.tags.rest.text === "" && line.ownId === undefined) return [];
    const start = node.position?.start.offset ?? 0;
    return [toSubtask(line, body, source.placeAt(start).line), ...readSteps(body.steps, source)];
  });
}

/** Puts one step together. */
export function toSubtask(line: TaskLine, body: ItemBody, at: number): SpecSubtask {
  const title = readTitleLine(line.tags.rest);
  const output = body.entries.find(({ key }) => key === "output" || key === "outcome")?.values[0];
  return {
    id: line.ownId,
    title: title.text === "" ? (line.ownId ?? "") : title.text,
    isDone: (line.state ?? title.state) === "done",
    hours: title.effort?.hours,
    files: listFiles(line.tags.rest, body),
    output: output === undefined ? undefined : collapseWhitespace(output.text),
    line: at,
  };
}

import type { SpecSubtask } from "../../model/spec.ts";
import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";

/**
 * A step of a task as the text of a list item: its box and title, then its files and output below it. It
 * keeps its ID where that goes on from its task's (`T031.2`); any other would make a task of a box in a box.
 *
 * @param isInBox Its task is a box too, not a heading.
 */
export function renderStep(
  { id, title, isDone, hours, files, output }: SpecSubtask,
  taskName: string,
  isInBox: boolean,
): string {
  const isOwn = !isInBox || id?.startsWith(`${taskName.replace("Task ", "")}.`);
  const name = isOwn && id !== undefined ? `${/^\d/.test(id) ? "Subtask " : ""}${id}: ` : "";
  const time = hours === undefined ? "" : ` (${hours}h)`;
  const paths = files.map(
    ({ path, action }) => `${action === undefined ? "" : `${action.toUpperCase()} `}\`${path}\``,
  );
  return [
    `[${isDone ? "x" : " "}] ${name}${toPlainMarkdown(title)}${time}`,
    ...(paths.length === 0 ? [] : [`  - Files: ${paths.join(", ")}`]),
    ...(output === undefined ? [] : [`  - Output: ${toPlainMarkdown(output)}`]),
  ].join("\n");
}

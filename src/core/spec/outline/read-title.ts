import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { recognisePlaceholder } from "../items/recognise-placeholder.ts";
import type { Outline } from "./outline.ts";

const kindOfFile =
  /^(?:tasks?(?:\s+(?:list|breakdown))?|implementation\s+plan|feature\s+specification|spec(?:ification)?)\s*(?::|\s[—–-]\s)\s*/i;

/**
 * Gives a document's title: its first level-1 heading without words such as `Tasks:`, else the name of
 * its file, or of its folder where the file is called tasks, spec, plan or README.
 */
export function readTitle({ headings }: Outline, path: string): string {
  const heading = headings.find((each) => each.depth === 1)?.title;
  if (heading !== undefined && recognisePlaceholder(heading) === undefined) {
    const title = collapseWhitespace(heading.text.replace(kindOfFile, ""));
    if (title !== "") return title;
  }
  const parts = path.split("/");
  const name = (parts.pop() ?? "").replace(/\.[^.]*$/, "");
  const isGeneric = /^(?:tasks?|spec|plan|readme)$/i.test(name);
  return (isGeneric ? parts.pop() : name) || name || "Untitled";
}

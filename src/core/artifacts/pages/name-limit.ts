import { escapeMarkdown } from "../../text/escape-markdown.ts";

/** A limit by its name: those of people may hold anything, those of resources and machines need no escape. */
export function nameLimit(id: string): string {
  return /^[\w.-]+$/.test(id) ? id : escapeMarkdown(id);
}

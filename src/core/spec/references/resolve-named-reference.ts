import { maskParentheses } from "../../text/mask-parentheses.ts";
import { normaliseName } from "../items/normalise-name.ts";
import type { ReferenceIndex, Referent } from "./reference-index.ts";

const lead = /^(?:all|everything|the|entire|whole|of|in|from|under)\s+/;
const tail =
  /\s+(?:phases?|stage|wave|tasks?|work|completion|completes?|completed|being complete|is complete|are complete|must complete|is done|are done|done|finished|finishes|ready|is ready|in place)$/;

/**
 * Recognises a task by its exact title or a group by its name, as in `Setup completion` or `the
 * Foundational phase`; case and marks do not matter, and it must be the only one of that name.
 *
 * @returns `undefined` if nothing, or more than one thing, is called so.
 */
export function resolveNamedReference(text: string, index: ReferenceIndex): Referent | undefined {
  const full = normaliseName(text);
  if (full === "") return undefined;
  const task = only(index.byTitle.get(full));
  if (task !== undefined) return { kind: "tasks", refs: [task.ref], isSet: false };
  for (const name of listNames(normaliseName(maskParentheses(text)))) {
    const group = only(index.groupsByName.get(name));
    if (group !== undefined) return { kind: "groups", ids: [group.id] };
  }
  return undefined;
}

/** The name, then with less and less around it. */
function listNames(name: string): readonly string[] {
  const names = [name];
  let shorter = name.replace(lead, "");
  for (;;) {
    names.push(shorter);
    const next = shorter.replace(tail, "");
    if (next === shorter) return names;
    shorter = next;
  }
}

function only<Item>(items: readonly Item[] | undefined): Item | undefined {
  return items?.length === 1 ? items[0] : undefined;
}

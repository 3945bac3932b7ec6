/** So many fit into a body; GitHub takes 65,536 characters. */
const mostBoxes = 2_000;

const line = /^<!-- keysteps:boxes((?: PLAN-[0-9a-f]{8}:[-+=][\w./]+)*) -->$/m;

/** The line of a pull request's text that says what it proposes; GitHub does not show it. */
export function renderProposed(turned: readonly string[]): string {
  const named = turned.slice(0, mostBoxes).map((one) => ` ${one}`);
  return `<!-- keysteps:boxes${named.join("")} -->`;
}

/** What a pull request's text says that it proposes; nothing where it does not say. */
export function listProposed(body: string): readonly string[] {
  const named = line.exec(body.replaceAll("\r\n", "\n"))?.[1] ?? "";
  return named.split(" ").filter((one) => one !== "");
}

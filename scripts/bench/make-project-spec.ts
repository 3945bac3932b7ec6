import { randomNumbers } from "./random-numbers.ts";

const verbs = ["Add", "Build", "Test", "Document", "Wire", "Validate", "Review", "Measure"];
const nouns = [
  "order",
  "invoice",
  "session",
  "catalogue",
  "payment",
  "report",
  "webhook",
  "basket",
];
const kinds = ["model", "service", "endpoint", "form", "page", "queue", "view", "cache"];

/**
 * Makes up a spec of so many tasks, the same each time: phases of ten, each task waits for one or
 * two of the twenty before it, one in a hundred is a migration.
 */
export function makeProjectSpec(count: number): string {
  const next = randomNumbers(11);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
  const toId = (number: number) => `T${String(number).padStart(3, "0")}`;
  const lines = ["# Tasks: the shop", ""];
  for (let number = 1; number <= count; number++) {
    if (number % 10 === 1) lines.push(`## Phase ${Math.ceil(number / 10)}: ${pick(nouns)}`, "");
    const file =
      number % 100 === 0
        ? `db/migrations/${number}.sql`
        : `src/${pick(nouns)}/${pick(kinds)}-${number}.ts`;
    const earlier = [1, 2].map(() => number - 1 - Math.floor(next() * 20)).filter((one) => one > 0);
    const ids = [...new Set(earlier)].map(toId).join(", ");
    lines.push(
      `- [ ] **${toId(number)}: ${pick(verbs)} ${pick(nouns)} ${pick(kinds)} ${number}** (${1 + (number % 8)}h)`,
      `  - Files: \`${file}\``,
      ...(ids === "" ? [] : [`  - Dependencies: ${ids}`]),
      "  - Acceptance:",
      `    - [ ] The ${pick(kinds)} answers in ${number} ms`,
      "",
    );
  }
  return `${lines.join("\n")}\n`;
}

import { randomNumbers } from "./random-numbers.ts";

/** Manners of writing a spec that the benchmark reads. */
export const dialects = ["spec-kit", "bold boxes", "headings", "numbers", "prose"] as const;

type Dialect = (typeof dialects)[number];

const verbs = [
  "Implement",
  "Add",
  "Write tests for",
  "Document",
  "Refactor",
  "Validate",
  "Wire up",
];
const nouns = ["user", "order", "invoice", "session", "catalogue", "payment", "report", "webhook"];
const kinds = ["model", "service", "endpoint", "repository", "form", "migration", "page", "queue"];
const words = "the shop keeps every order until it is paid and tells people what went wrong".split(
  " ",
);

/** Makes up a spec of about so many bytes, the same each time: several sections of several tasks. */
export function makeSpec(bytes: number, dialect: Dialect): string {
  const next = randomNumbers(7);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
  const parts = [`# Tasks: the shop\n\n${tellSentences(4)}\n`];
  let length = 0;
  for (let phase = 1; length < bytes; phase++) {
    const section = renderSection(phase);
    parts.push(section);
    length += section.length;
  }
  return parts.join("\n");

  function renderSection(phase: number): string {
    const tasks = Array.from({ length: 12 }, (_, index) => renderTask(phase, index + 1));
    const head = `## Phase ${phase}: ${pick(verbs)} ${pick(nouns)} ${pick(kinds)}\n`;
    return `${head}\n${tellSentences(3)}\n\n${tasks.join("")}\n`;
  }

  function renderTask(phase: number, index: number): string {
    const title = `${pick(verbs)} ${pick(nouns)} ${pick(kinds)}`;
    const file = `src/${pick(nouns)}/${pick(kinds)}-${phase}.ts`;
    const number = (phase - 1) * 12 + index;
    const id = `T${String(number).padStart(3, "0")}`;
    const before = `T${String(Math.max(1, number - 1)).padStart(3, "0")}`;
    switch (dialect) {
      case "spec-kit":
        return `- [ ] ${id} [P] [US${phase % 9}] ${title} in ${file} (depends on ${before})\n`;
      case "bold boxes":
        return `- [ ] **${id}: ${title}** (${index}h)\n  - Files: \`${file}\`, \`src/${pick(nouns)}.ts\`\n  - Dependencies: ${before}\n  - Acceptance:\n    - [ ] ${tellSentences(1)}\n    - [ ] ${tellSentences(1)}\n`;
      case "headings":
        return `### Task ${phase}.${index}: ${title}\n\n**Priority**: P1 | **Estimate**: ${index}h\n**Dependencies**: ${index === 1 ? "None" : `Task ${phase}.${index - 1}`}\n\n${tellSentences(2)}\n\n\`\`\`bash\nnpm test -- ${file}\n\`\`\`\n\n`;
      case "numbers":
        return `- [ ] ${phase}.${index} ${title}\n  - ${tellSentences(1)}\n  - Create \`${file}\`\n  - _Requirements: ${phase}.1, ${phase}.2_\n`;
      case "prose":
        return `- **FR-${id}**: The system MUST ${tellSentences(1)} [${file}](${file})\n\n${tellSentences(4)}\n\n`;
    }
  }

  function tellSentences(count: number): string {
    const sentence = () => Array.from({ length: 9 }, () => pick(words)).join(" ");
    return Array.from({ length: count }, () => `${sentence()}.`).join(" ");
  }
}

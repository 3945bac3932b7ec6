import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";
import { tellStatements } from "../../../../support/tell-statements.ts";

/** A plan of five tasks with a fence under a heading about dependencies. */
function readFence(text: string) {
  const lines = [
    "## Phase 1: Setup",
    "- [ ] T001 One",
    "## Phase 2: Foundational (Blocking Prerequisites)",
    "- [ ] T002 Two",
    "## Phase 3: User Story 1 - Buy",
    "- [ ] T003 Three",
    "## Phase 4: User Story 2 - Sell",
    "- [ ] T004 Four",
    "## Phase 5: Polish & Docs",
    "- [ ] T005 Five",
    "## Dependencies & Execution Order",
    text,
  ];
  return readSpec(lines.join("\n"));
}

const fence = (language: string, ...lines: readonly string[]) =>
  ["", `\`\`\`${language}`, ...lines, "```"].join("\n");

it.each([
  [
    fence("mermaid", "graph TD", "  T001-->T002;T002 --> T003; T004;"),
    ["T002 after T001", "T003 after T002"],
  ],
  [
    fence("mermaid", "graph TD", "  T001 --> T002", "  T002 --> T003"),
    ["T002 after T001", "T003 after T002"],
  ],
  [
    fence("mermaid", "flowchart LR", "  T001[One thing] --> T002(Two) -->|then| T003{Three?}"),
    ["T002 after T001", "T003 after T002"],
  ],
  [
    fence("mermaid", "graph TD", "  A[T001: One] --> B[T002: Two]", '  B --> C["T003 Three"]'),
    ["T002 after T001", "T003 after T002"],
  ],
  [fence("mermaid", "graph TD", "  T001 & T002 --> T003 & T004"), ["T003,T004 after T001,T002"]],
  [
    fence("mermaid", "graph TD", "  T001 -- label --> T002", "  T002 -.-> T003", "  T003 ==> T004"),
    ["T002 after T001", "T003 after T002", "T004 after T003"],
  ],
  [
    fence(
      "mermaid",
      "graph TD",
      "  subgraph S[Phase 1]",
      "    T001",
      "  end",
      "  T001 --- T002",
      "  %% T001 --> T005",
      "  style T001 fill:#f9f",
      '  click T001 href "x"',
    ),
    [],
  ],
  [
    fence(
      "mermaid",
      "graph TD",
      "  subgraph P1[Phase 1]",
      "    T001",
      "  end",
      '  subgraph P2["Phase 2"]',
      "    T002",
      "  end",
      "  P1 --> P2",
    ),
    ["phase:2 after phase:1"],
  ],
  [
    fence(
      "mermaid",
      "graph TD",
      "  P1[Phase 1: Setup] --> P2[Phase 2: Foundational]",
      "  P2 --> P3[User Story 1]",
    ),
    ["phase:2 after phase:1", "phase:3 after phase:2"],
  ],
  [fence("mermaid", "sequenceDiagram", "  T001 ->> T002: hi"), []],
  [fence("mermaid", "gantt", "  T002 :after T001"), ["T002 after T001"]],
  [
    fence(
      "mermaid",
      "gantt",
      "  title Plan: T005 after T001",
      "  section First",
      "  One :done, a1, 2024-01-01, 3d",
      "  T002: Two :crit, b1, after a1, 2d",
      "  Three :2d",
      "  T004 :after b1 T003, until T005, 2d",
    ),
    ["T002 after T001", "T004 after T002,T003"],
  ],
  [
    fence(
      "dot",
      "digraph plan {",
      "  rankdir=LR; node [shape=box, label=x];",
      '  a [color=red, label="T001: One"];',
      "  a -> T002 -> {T003; T004} [label=T005];",
      "  # T005 -> T001",
      "  // T005 -> T001",
      '  subgraph cluster_x { "T004" -> T005; }',
      "  T001 -- T005",
      "}",
    ),
    ["T002 after T001", "T003,T004 after T002", "T005 after T004"],
  ],
  [
    fence("graphviz", 'digraph { p [label="Phase 1"] q [label="Phase 2"]; p -> q }'),
    ["phase:2 after phase:1"],
  ],
  [
    fence("", "T001 → T002 → T003", "     ↘ T004 → T005", "            ↘ T003"),
    ["T002 after T001", "T003 after T002", "T004 after T001", "T005 after T004", "T003 after T004"],
  ],
  [fence("", "↘ T004 → T005"), ["T005 after T004"]],
  [
    fence("json", '{"waves":[{"id":0,"tasks":["T001"]},{"id":1,"tasks":["T002","T003"]}]}'),
    ["T002,T003 after T001"],
  ],
  [
    fence("json", '[["T001"],["T002","T003"],["T004"]]'),
    ["T002,T003 after T001", "T004 after T002,T003"],
  ],
  [
    fence(
      "json",
      '{"waves":[{"id":"a","tasks":["T001"]},{"id":"b","tasks":["T002"],"depends_on":["a"]},{"id":"c","tasks":["T003"],"depends_on":["a"]}]}',
    ),
    ["T002 after T001", "T003 after T001"],
  ],
  [
    fence(
      "json",
      '{"waves":[{"wave":1,"description":"x","tasks":["T001"]},{"wave":2,"tasks":["T002"]}]}',
    ),
    ["T002 after T001"],
  ],
  [fence("json", '{"name":"x","tasks":[1,2]}'), []],
  [fence("", "T001 --> T002 --> T003"), ["T002 after T001", "T003 after T002"]],
  [fence("", "T001 → T002", "T002 → (T003 ∥ T004)"), ["T002 after T001", "T003,T004 after T002"]],
  [fence("", "T1 --> T2 --> T3"), ["T002 after T001", "T003 after T002"]],
  [
    fence("text", "Wave 1: T001, T002", "Wave 2: T003", "Wave 3: T004, T005"),
    ["T003 after T001,T002", "T004,T005 after T003"],
  ],
  [
    fence(
      "",
      "Wave 1 (Start Immediately):",
      "├── Task 1: x",
      "└── Task 2: y",
      "",
      "Wave 2 (After Wave 1):",
      "├── Task 3: z [depends: 1]",
      "└── Task 4: z",
    ),
    ["T003,T004 after T001,T002", "T003 after T001"],
  ],
  [fence("", "Wave 1 (parallel): T001 + T002", "    ↓", "Wave 2: T003"), ["T003 after T001,T002"]],
  [fence("bash", "npm run T001 -> T002"), []],
  [fence("", "┌──┐   ┌──┐", "│T001│──►│T002│"), []],
  [fence("", "T001 ──► T002 ──► T003"), ["T002 after T001", "T003 after T002"]],
  [
    fence("", "Phase 1 ──▶ Phase 2", "Phase 2 ──▶ Phase 3"),
    ["phase:2 after phase:1", "phase:3 after phase:2"],
  ],
  [fence("", "T001 ─┬─> T002", "      └─> T003"), []],
  [fence("python", "a -> b  # T001 -> T002"), []],
  [
    fence("mermaid", "graph TD", "  T001-->T002", "  T002--yes-->T003;"),
    ["T002 after T001", "T003 after T002"],
  ],
  [fence("mermaid", "graph TD", "  A[Start] --> B[Finish]"), []],
  [fence("mermaid", "graph TD", "  A[Start] --> T001 --> T002"), ["T002 after T001"]],
  [fence("mermaid", "graph TD", "  T001 --> T099"), ["- unresolved"]],
  [fence("mermaid", "graph TD", "  T001 <--> T002", "  T003 --x T004"), []],
  [
    fence("mermaid", "graph TD", '  T001["T001<br/>One (x)"]:::done --> T002("Two")'),
    ["T002 after T001"],
  ],
  [
    fence("json", '{"waves":[{"id":0,"tasks":["T001"]},{"id":1,"tasks":["T099"]}]}'),
    ["- unresolved"],
  ],
  [fence("json", '{"waves": broken'), []],
])("%s ends as %j", (text, told) => {
  expect(tellStatements(readFence(text))).toEqual(told);
});

describe("a fence of waves", () => {
  const waves = fence(
    "json",
    '{"waves":[',
    '{"id":0,"tasks":["T001"]},',
    '{"id":1,"tasks":["T002"]}]}',
  );

  it("counts less than an arrow, and an arrow less than a task's own words", () => {
    const arrow = readFence(fence("mermaid", "graph TD", "  T001 --> T002")).statements[0];
    const wave = readFence(waves).statements[0];

    expect([arrow, wave]).toMatchObject([
      { confidence: 0.8, basis: "graph", line: 15 },
      { confidence: 0.5, basis: "waves", line: 16 },
    ]);
  });

  it("counts as phases do where it says outright which wave comes after which", () => {
    const stated = [
      fence("json", '{"waves":[{"id":0,"tasks":["T001"]},{"id":1,"tasks":["T002"],"after":[0]}]}'),
      fence("", "Wave 1: T001", "Wave 2 (after Wave 1): T002"),
    ].map((text) => readFence(text).statements);

    for (const statements of stated) {
      expect(statements).toMatchObject([{ confidence: 0.9, basis: "graph", on: ["T001"] }]);
    }
  });

  it("is no drawing that nobody read", () => {
    const codes = (text: string) => readFence(text).diagnostics.map(({ code }) => code);

    expect(codes(fence("", "T001 ──► T002"))).toEqual([]);
    expect(codes(fence("", "│T001│──►│T002│"))).toEqual(["KS106"]);
  });
});

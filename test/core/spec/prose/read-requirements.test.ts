import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";

describe("readRequirements", () => {
  it("reads sentences by the words of RFC 2119 and leaves the others", () => {
    const found = read(
      "# Shop\n\nPeople like books. The cart MUST be kept for a day, e.g. over night. It SHOULD be shown, and a gift card MAY pay for it.",
    );

    expect(found).toEqual([
      "line:3 functional must The cart MUST be kept for a day, e.g. over night.",
      "line:3:70 functional should It SHOULD be shown, and a gift card MAY pay for it.",
    ]);
  });

  it("reads a short description as what it asks for, whatever file it comes from", () => {
    expect(read("Build a todo app with login")).toEqual([
      "line:1 feature must Build a todo app with login",
    ]);
    expect(
      read("Build a shop. Customers can search books and pay with Stripe. It must be fast."),
    ).toEqual([
      "line:1 feature must Build a shop.",
      "line:1:15 feature must Customers can search books and pay with Stripe.",
      "line:1:63 non-functional must It must be fast.",
    ]);
    expect(read("# Shop\n\nPeople like books.\n\n- Readers can search books")).toEqual([
      "line:5 feature must Readers can search books",
    ]);
  });

  it.each(["# Hello\n\nJust words.", "Build a shop.\n\n- [ ] T001 Sell books", "Just words."])(
    "finds no wish in %j",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it.each([
    ["# Feature: Search\n\n- [ ] T001 Index books", []],
    ["# Feature: [FEATURE NAME]\n\nWords.", []],
    [
      "# Feature: Search\n\n- FR-001: Find books\n\n- [ ] T001 Index books",
      ["FR-001 functional must Find books"],
    ],
    ["# Feature: Search", ["line:1 feature must Search"]],
  ])("asks for no title over tasks: %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("reads stories with their priorities, one a line", () => {
    const found = readSpec(
      "# Login\n\n**US-1** (P1): As a user I want to log in.\n**US-2** (P2): As a user I want to log out.",
    ).requirements;

    expect(found).toMatchObject([
      { id: "US-1", kind: "story", priority: "high", text: "As a user I want to log in." },
      { id: "US-2", kind: "story", priority: "medium", text: "As a user I want to log out." },
    ]);
  });

  it("leaves the cell of the priority out of a requirement's words", () => {
    const table = `| ID | Requirement | Priority |
| - | - | - |
| FR-1 | The cache holds 1000 items | Must |
| FR-2 | Old items are dropped | Should |
| FR-3 | Sizes are told | P2 |`;

    expect(read(table)).toEqual([
      "FR-1 functional must The cache holds 1000 items",
      "FR-2 functional should Old items are dropped",
      "FR-3 functional must Sizes are told",
    ]);
  });

  it.each(["Nothing must change.", "The team must meet weekly.", "We must leave by noon."])(
    "hears no requirement in %j",
    (text) => {
      expect(read(`# Shop\n\nThe shop must sell books. ${text}`)).toHaveLength(1);
    },
  );

  it("reads a PRD that is wrapped in tags", () => {
    expect(read("<context>\n# Overview\nThe system MUST sell books.\n</context>\n")).toEqual([
      "line:3 functional must The system MUST sell books.",
    ]);
  });

  it("reads `the system must` in small letters, but no `must` of other things", () => {
    const found = read("# S\n\nThe system must log in people.\n\nWe must talk about lunch.");

    expect(found).toEqual(["line:3 functional must The system must log in people."]);
  });

  it("reads IDs of requirements in items, paragraphs, headings and tables with kind and priority", () => {
    const { requirements } = readSpec(
      "# S\n\n- **FR-001**: System MUST sell books\n- **NFR-2** Pages load in 1 s\n\nSC-003: Half of all visitors buy\n\n### REQ-4: Returns (High)\n\n| ID | What | Priority |\n| --- | --- | --- |\n| FR-AUTH-5 | Log in | P0 |\n",
    );

    expect(requirements.map(tell)).toEqual([
      "FR-001 functional must System MUST sell books",
      "NFR-2 non-functional must Pages load in 1 s",
      "SC-003 success must Half of all visitors buy",
      "REQ-4 functional must Returns (High)",
      "FR-AUTH-5 functional must Log in",
    ]);
    expect(requirements.map(({ priority }) => priority)).toEqual([
      undefined,
      undefined,
      undefined,
      "high",
      "critical",
    ]);
  });

  it.each([
    "WHEN a book is out of stock, the shop SHALL say so.",
    "While a payment is open, the cart shall stay locked.",
    "IF payment fails, THEN the shop SHALL keep the cart.",
    "Where gift cards are sold, the shop shall print them.",
  ])("reads EARS: %s", (sentence) => {
    expect(read(`# S\n\n- ${sentence}`)).toEqual([`line:3 functional must ${sentence}`]);
  });

  it("puts scenarios under the story whose heading they stand under", () => {
    const { requirements } = readSpec(
      "# S\n\n### User Story 2 - Find books (Priority: P1) 🎯 MVP\n\nAs a reader, I want to search, so that I find books.\n\n1. **Given** a shelf, **When** I search, **Then** I see books.\n2. **Given** no books, **When** I search\n   **Then** I see none.\n",
    );

    expect(requirements.map(tell)).toEqual([
      "US2 story must Find books",
      "line:7 scenario must Given a shelf, When I search, Then I see books.",
      "line:8 scenario must Given no books, When I search Then I see none.",
    ]);
    expect(requirements[0]?.priority).toBe("high");
    expect(requirements.map(({ parentId }) => parentId)).toEqual([undefined, "US2", "US2"]);
  });

  it("makes one scenario of lines that stand apart", () => {
    const found = read(
      "# S\n\n- Given a cart\n- When I pay\n- Then it is empty\n- And I get a mail\n",
    );

    expect(found).toEqual([
      "line:3 scenario must Given a cart When I pay Then it is empty And I get a mail",
    ]);
  });

  it("reads OpenSpec: the requirement with its first sentence, its scenarios under it", () => {
    const { requirements } = readSpec(
      "# auth\n\n## ADDED Requirements\n\n### Requirement: Two factors\nThe system SHALL ask for a code. It is short.\n\n#### Scenario: Wrong code\n- **WHEN** the code is wrong\n- **THEN** nobody MUST get in\n",
    );

    expect(requirements.map(tell)).toEqual([
      "line:5 functional must Two factors: The system SHALL ask for a code.",
      "line:8 scenario must Wrong code: WHEN the code is wrong THEN nobody MUST get in",
    ]);
    expect(requirements[1]?.parentId).toBe("line:5");
  });

  it("numbers the criteria of numbered requirements, as tasks name them", () => {
    const found = read(
      "# R\n\n### Requirement 3\n\n**User Story:** As a reader, I want a list, so that I find books.\n\n#### Acceptance Criteria\n\n1. WHEN I open it THEN the system SHALL show books\n2. The system SHALL sort them\n",
    );

    expect(found).toEqual([
      "3 story must User Story: As a reader, I want a list, so that I find books.",
      "3.1 functional must WHEN I open it THEN the system SHALL show books",
      "3.2 functional must The system SHALL sort them",
    ]);
  });

  it("marks what asks for a decision", () => {
    const { requirements } = readSpec(
      "# S\n\n- **FR-1**: Log in by [NEEDS CLARIFICATION: mail or phone?]\n- **FR-2**: Keep logs for TBD days\n- **FR-3**: Sell books\n",
    );

    expect(requirements.map(({ isUnclear }) => isUnclear)).toEqual([true, true, false]);
  });

  it("reads the points of a list of features and of success criteria", () => {
    const found = read(
      "# S\n\n## Key Features\n\n- Search by author\n  - with stars\n- Gift cards\n\n## Success Criteria\n\n- Half buy\n",
    );

    expect(found).toEqual([
      "line:5 feature must Search by author",
      "line:7 feature must Gift cards",
      "line:11 success must Half buy",
    ]);
  });

  it.each([
    ["code", "# S\n\n```\nThe system MUST not read this.\n```\n\nSet `MUST` to 1.\n"],
    ["quotes", '# S\n\n> The system MUST not read this.\n\nSay "you MUST pay" on the page.\n'],
    [
      "the legend of RFC 2119",
      "# S\n\nThe key words MUST and MAY are to be interpreted as in RFC 2119.",
    ],
    ["non-goals", "# S\n\n## Non-Goals\n\n- The system MUST NOT sell food\n"],
    ["tasks", "# S\n\n- [ ] T001 The system MUST log\n  - It SHALL rotate\n"],
  ])("reads none in %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ["Large exports must not block the page.", "functional"],
    ["The export has to contain all line items.", "functional"],
    ["Only admins may export.", "functional"],
    ["Users can pick a date range.", "functional"],
  ])("reads %j where no task is stated", (sentence, kind) => {
    expect(read(`# A\n\nWords.\n\n## B\n\n${sentence}\n`)).toEqual([
      `line:7 ${kind} must ${sentence}`,
    ]);
    expect(read(`# A\n\nWords.\n\n## B\n\n${sentence}\n\n- [ ] T001 Do\n`)).toEqual([]);
  });

  it.each([["You must install Node first."], ["This has to be said."], ["Developers can run it."]])(
    "reads nothing in %j",
    (sentence) => {
      expect(read(`# A\n\nWords.\n\n## B\n\n${sentence}\n`)).toEqual([]);
    },
  );

  it("reads every point under Requirements", () => {
    expect(
      read("# A\n\n## Requirements\n\n- Old exports are deleted\n- Mail:\n  - is sent\n"),
    ).toEqual(["line:5 functional must Old exports are deleted"]);
  });

  it("quotes what the file says where it says it", () => {
    const text = "# S\r\n\r\n- **FR-001**: System **MUST** sell\r\n  `books`\r\n";
    const { requirements } = readSpec(text);

    expect(requirements[0]).toMatchObject({ text: "System MUST sell books", line: 3, column: 5 });
    const { quote, loc } = requirements[0]?.evidence ?? { quote: "", loc: { start: 0, end: 0 } };
    expect(text.slice(loc.start, loc.end)).toBe(quote);
    expect(quote).toContain("FR-001");
    expect(quote).toContain("books");
  });
});

function read(text: string): readonly string[] {
  return readSpec(text).requirements.map(tell);
}

function tell({
  id,
  kind,
  level,
  text,
}: ReturnType<typeof readSpec>["requirements"][number]): string {
  return `${id} ${kind} ${level} ${text}`;
}

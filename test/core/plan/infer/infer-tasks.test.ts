import { describe, expect, it } from "@jest/globals";
import { defaultConfig } from "../../../../src/core/config/default-config.ts";
import type { Plan } from "../../../../src/core/model/plan.ts";
import { buildPlan } from "../../../../src/core/plan/build-plan.ts";
import { aRecord } from "../../../support/a-record.ts";
import { readSpec } from "../../../support/read-spec.ts";
import { sha256 } from "../../../support/sha256.ts";

const three = `# Shop

The shop is deployed on every merge.

- **FR-001**: The system MUST let readers search Books.
- **FR-002**: The system MUST take cards [NEEDS CLARIFICATION: which?] for an Order.
- **FR-003**: The system SHOULD mail receipts.

## Key Entities

- **Book**: what is sold
- **Order**: what is paid
`;

describe("inferTasks", () => {
  it("plans prose: setup, data, each requirement with its test, integration, deployment", () => {
    // setup -> Book -> FR-001 -> test ------------------+
    // setup -> Order, questions -> FR-002 -> test ------+-> integration -> deployment
    // setup -> FR-003 -> test --------------------------+
    const plan = planOf(three);

    expect(plan.tasks.map(({ title }) => title)).toEqual([
      "Set up the project: structure, dependencies and checks",
      "Settle what the spec leaves open (1)",
      "Create the data model of Book",
      "Create the data model of Order",
      "Implement FR-001: let readers search Books",
      "Test FR-001: let readers search Books",
      "Implement FR-002: take cards for an Order",
      "Test FR-002: take cards for an Order",
      "Implement FR-003: mail receipts",
      "Test FR-003: mail receipts",
      "Integrate the parts and test them together",
      "Deploy and check what runs",
    ]);
    expect(listWaits(plan, "Implement FR-001")).toEqual([
      "Set up",
      "Create the data model of Book",
    ]);
    expect(listWaits(plan, "Implement FR-002")).toEqual([
      "Set up",
      "Settle",
      "Create the data model of Order",
    ]);
    expect(listWaits(plan, "Deploy")).toEqual(["Integrate"]);
    expect(plan.dag.cycles).toEqual([]);
  });

  it.each([
    ["- **FR-003**: System SHOULD NOT delete photos", "Implement FR-003: do not delete photos"],
    ["- **NFR-001**: Pages MUST load in 1 s", "Meet NFR-001: Pages MUST load in 1 s"],
    ["The app must be fast. It must be secure.", "Meet the quality requirements"],
    [
      "### Requirement 1\n\n**User Story:** As a dev, I want to log in, so that I can work.",
      "Implement requirement 1: a dev can log in",
    ],
    ["Build a shop.", "Build a shop"],
  ])("names the task of %j so that it reads well", (text, title) => {
    expect(planOf(text).tasks.map((task) => task.title)).toContain(title);
  });

  it("says of each task and dependency that it is inferred, how sure it is and from what", () => {
    const { tasks, dependencies } = planOf(three);

    for (const { evidence } of tasks) {
      expect(evidence[0]?.confidence).toBeLessThan(1);
      expect(three).toContain(evidence[0]?.quote);
    }
    expect(dependencies.length).toBeGreaterThan(9);
    for (const { origin, confidence, evidence } of dependencies) {
      expect(origin).toBe("inferred");
      expect(confidence).toBeLessThan(1);
      expect(evidence).not.toEqual([]);
    }
  });

  it("speaks of deployment only where the text does", () => {
    const silent = planOf(three.replace("is deployed", "is checked"));
    const denied = planOf(three.replace("is deployed", "is not deployed"));

    expect(silent.tasks.map(({ title }) => title)).not.toContain("Deploy and check what runs");
    expect(denied.tasks.map(({ title }) => title)).not.toContain("Deploy and check what runs");
  });

  it("plans one sentence", () => {
    const spec = readSpec("Build a booking app with reminders.", "description");

    const { tasks, diagnostics } = buildPlan(spec, {
      config: defaultConfig,
      record: undefined,
      hash: sha256,
    });

    expect(tasks.map(({ title }) => title)).toEqual([
      "Set up the project: structure, dependencies and checks",
      "Build a booking app with reminders",
      "Test: Build a booking app with reminders",
      "Integrate the parts and test them together",
    ]);
    expect(diagnostics.map(({ code }) => code)).toContain("KS140");
  });

  it("puts a story's scenarios and the sentences like it into the story's two tasks", () => {
    const plan = planOf(
      "# S\n\n### User Story 1 - Search books by author (Priority: P1)\n\n1. **Given** a shelf, **When** I search, **Then** I see books\n\n## Requirements\n\n- **FR-001**: The system MUST search books by author\n",
    );

    expect(plan.tasks.map(({ title }) => title).slice(1, 3)).toEqual([
      "Implement US1: Search books by author",
      "Test US1: Search books by author",
    ]);
    expect(plan.tasks).toHaveLength(4);
    expect(plan.tasks[2]?.doneWhen).toEqual(["Given a shelf, When I search, Then I see books"]);
    expect(plan.tasks[1]?.requirements).toEqual(["US1", "FR-001"]);
  });

  it("makes of sixty sentences no more tasks than people can look through", () => {
    const section = (name: string) =>
      `## ${name}\n\n${Array.from({ length: 20 }, (_, n) => `- The system MUST do ${name} thing ${n}.`).join("\n")}\n`;

    const { tasks, features } = planOf(
      `# S\n\n${["Cart", "Search", "Mail"].map(section).join("\n")}`,
    );

    expect(tasks.length).toBeLessThanOrEqual(30);
    expect(tasks.length).toBeGreaterThan(10);
    expect(features.length).toBeLessThanOrEqual(25);
  });

  it("leaves a spec alone that states tasks", () => {
    const { tasks } = planOf(`${three}\n## Tasks\n\n- [ ] T001 Build it\n`);

    expect(tasks.map(({ title }) => title)).toEqual(["Build it"]);
  });

  it("gives the same IDs when a requirement comes in between", () => {
    const before = planOf(three);
    const more = three.replace(
      "- **FR-002**",
      "- **FR-009**: The system MUST sell Maps.\n- **FR-002**",
    );

    const after = planOf(more, aRecord(before));

    const ids = new Map(after.tasks.map(({ title, id }) => [title, id]));
    for (const { title, id } of before.tasks) expect([title, ids.get(title)]).toEqual([title, id]);
  });

  it.each([
    [
      "WHEN a password is wrong thrice THE SYSTEM SHALL lock the account.",
      "lock the account when a password is wrong thrice",
    ],
    ["IF it is locked, THEN THE SYSTEM SHALL say so.", "say so if it is locked"],
    ["The export has to hold all items.", "The export has to hold all items"],
  ])("names tasks of %j", (sentence, name) => {
    const { tasks } = planOf(`# Shop\n\nWords.\n\n## Text\n\n${sentence}\n`);

    expect(tasks.map(({ title }) => title)).toEqual(
      expect.arrayContaining([`Implement: ${name}`, `Test: ${name}`]),
    );
  });
});

function planOf(text: string, record?: Parameters<typeof buildPlan>[1]["record"]): Plan {
  return buildPlan(readSpec(text), { config: defaultConfig, record, hash: sha256 });
}

/** What a task waits for, by the beginnings of titles. */
function listWaits({ tasks, dependencies }: Plan, start: string): readonly string[] {
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  const owner = tasks.find(({ title }) => title.startsWith(start))?.id;
  const starts = [
    "Set up",
    "Settle",
    "Create the data model of Book",
    "Create the data model of Order",
    "Integrate",
  ];
  return dependencies
    .filter(({ to }) => to === owner)
    .map(({ from }) => titles.get(from) ?? "")
    .map((title) => starts.find((each) => title.startsWith(each)) ?? title);
}

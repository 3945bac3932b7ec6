import { expect, it } from "@jest/globals";
import { aPlan } from "../../../support/a-plan.ts";
import { readSpec } from "../../../support/read-spec.ts";

const prose = `# Shop

## Requirements

- **FR-001**: The system MUST let people log in with a password.
- **FR-002**: The system MUST show a catalogue of goods.
- **FR-003**: The system MUST take payments by card.
- **FR-004**: The system MUST encrypt stored addresses.

## Deployment

The shop is deployed to production by a workflow.
`;

it("arranges what only prose asks for in ten phases, and each test with what it tests", () => {
  const plan = aPlan(readSpec(prose), { structure: "ten_phases" });

  const phaseOf = plan.tasks.map(({ title, phase }) => [phase, title.slice(0, 16)]);
  expect(phaseOf.map(([phase]) => phase)).toEqual(
    [...phaseOf.map(([phase]) => phase)].sort((a, b) => Number(a) - Number(b)),
  );
  expect(
    Object.fromEntries(plan.groups.map(({ id, title, tasks }) => [id, [title, tasks.length]])),
  ).toEqual({
    "phase:1": ["Foundation and setup", 1],
    "phase:3": ["Sign-in and permissions", 2],
    "phase:4": ["Core of the product", 2],
    "phase:5": ["Payments", 2],
    "phase:8": ["Security and compliance", 2],
    "phase:10": ["Testing and deployment", 2],
  });
  expect(plan.dag.cycles).toEqual([]);
});

it("is only done where it is asked for, and never to stated tasks", () => {
  const stated = readSpec("# A\n\n- [ ] T001 Add payments\n");

  expect(aPlan(readSpec(prose)).groups.map(({ id }) => id)).not.toContain("phase:3");
  expect(aPlan(stated, { structure: "ten_phases" }).groups.map(({ id }) => id)).not.toContain(
    "phase:5",
  );
});

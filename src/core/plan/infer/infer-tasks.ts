import type { Evidence } from "../../model/evidence.ts";
import type { SpecDocument, SpecGroup, SpecPart, SpecTask } from "../../model/spec.ts";
import { splitWords } from "../../text/split-words.ts";
import { buildUnits } from "./build-units.ts";
import { inferTask, type Wanted } from "./infer-task.ts";
import type { InferredLink } from "./inferred-link.ts";
import type { PlanUnit } from "./plan-unit.ts";
import { shortenTitle } from "./shorten-title.ts";

/** Most entities that one task on data is about. */
const mostEntities = 4;

/** A spec with the tasks that its prose asks for, and the order they go in. */
export interface InferredTasks {
  readonly spec: SpecDocument;
  readonly links: readonly InferredLink[];
}

/**
 * Makes a first plan of a spec that states no task but says what is wanted: setup, open questions, data,
 * for each unit of requirements its implementation and its test, integration, and deployment where the
 * text speaks of it. Everything bears a confidence below 1 and quotes the requirement it
 * comes from. A spec that has tasks is given back as it is.
 */
export function inferTasks(spec: SpecDocument): InferredTasks {
  const source = spec.requirements.find(({ kind }) => kind !== "success");
  if (spec.tasks.length > 0 || source === undefined) return { spec, links: [] };
  const units = buildUnits(spec);
  const tasks: SpecTask[] = [];
  const groups = new Map<string, SpecGroup>();
  const links: InferredLink[] = [];
  const unclear = spec.requirements.filter((each) => each.isUnclear);
  const entities = cutEntities(spec.parts.filter(({ kind }) => kind === "entity"));
  const release = spec.parts.find(({ kind }) => kind === "deployment");

  const ground = "Groundwork";
  const setup = add(ground, {
    key: "setup",
    title: "Set up the project: structure, dependencies and checks",
    phase: 1,
    type: "Setup",
    from: [source],
    confidence: 0.7,
  });
  const questions =
    unclear.length === 0
      ? undefined
      : add(ground, {
          key: "questions",
          title: `Settle what the spec leaves open (${unclear.length})`,
          phase: 1,
          type: "Research",
          from: unclear,
          confidence: 0.9,
          doneWhen: unclear.map(({ text }) => text),
        });
  const stores = entities.map((some) => {
    const names = some.map(({ name }) => name);
    const task = add(ground, {
      key: `data ${names[0]}`,
      title: `Create the data model of ${names.join(", ")}`,
      phase: 2,
      type: "Implementation",
      from: some,
      confidence: 0.8,
      doneWhen: some.map(({ text }) => text),
    });
    link(setup, task, "infrastructure", "data needs the project to stand in", 0.75);
    return { names, task };
  });
  const tests = units.map((unit) => addUnit(unit));
  const last = spec.requirements.filter(({ kind }) => kind === "success");
  const whole = add("Integration", {
    key: "integration",
    title: "Integrate the parts and test them together",
    phase: 4,
    type: "Testing",
    from: last.length > 0 ? last : [source],
    confidence: 0.75,
    doneWhen: last.map(({ text }) => text),
  });
  for (const test of tests)
    link(test, whole, "sequential", "parts are tested before they are put together", 0.8);
  if (release !== undefined) {
    const deployment = add("Integration", {
      key: "deployment",
      title: "Deploy and check what runs",
      phase: 5,
      type: "Deployment",
      from: [release],
      confidence: 0.8,
      doneWhen: [release.text],
    });
    link(whole, deployment, "sequential", "what is deployed has been tested as a whole", 0.85);
  }
  return { spec: { ...spec, tasks, groups: [...groups.values()] }, links };

  function addUnit(unit: PlanUnit): SpecTask {
    const from = unit.requirements.length > 0 ? unit.requirements : unit.interfaces;
    const { criteria, checks } = listCriteria(unit);
    const [build, check] = nameTasks(unit);
    const shared = { from, phase: 3, unit };
    const code = add(unit.title, {
      ...shared,
      key: `implement ${unit.key}`,
      title: build,
      type: "Implementation",
      confidence: 0.85,
      doneWhen: criteria,
    });
    const test = add(unit.title, {
      ...shared,
      key: `test ${unit.key}`,
      title: check,
      type: "Testing",
      confidence: 0.8,
      doneWhen: checks,
    });
    link(setup, code, "infrastructure", "code needs the project to stand in", 0.75);
    for (const { names, task } of stores) {
      const named = names.find((each) => mentions(unit, each));
      if (named !== undefined) link(task, code, "technical", `uses ${named}`, 0.8);
    }
    if (questions !== undefined && unit.requirements.some((each) => each.isUnclear)) {
      link(questions, code, "knowledge", "an open question is settled before it is built", 0.85);
    }
    link(code, test, "technical", "tests what it builds", 0.9);
    return test;
  }

  function add(group: string, wanted: Wanted): SpecTask {
    const task = inferTask(wanted, `inferred:${group}`);
    tasks.push(task);
    const known = groups.get(group) ?? toGroup(shortenTitle(group), task, wanted);
    groups.set(group, { ...known, taskRefs: [...known.taskRefs, task.ref] });
    return task;
  }

  function link(
    before: SpecTask,
    after: SpecTask,
    type: InferredLink["type"],
    reason: string,
    confidence: number,
  ): void {
    const evidence: readonly Evidence[] = [{ ...after.evidence, confidence }];
    links.push({ from: before.ref, to: after.ref, type, reason, confidence, evidence });
  }
}

function toGroup(
  title: string,
  { groupId = "", evidence, path, line }: SpecTask,
  { unit }: Wanted,
): SpecGroup {
  return {
    id: groupId,
    kind: "section",
    number: undefined,
    story: undefined,
    title,
    priority: unit?.requirements[0]?.priority,
    goal: undefined,
    durationHours: undefined,
    evidence,
    path,
    line,
    taskRefs: [],
  };
}

/** Titles of a unit's two tasks; a quality is not implemented but met, a bare number gets its word. */
function nameTasks({ ownId, title, requirements }: PlanUnit): readonly [string, string] {
  const isQuality = requirements[0]?.kind === "non-functional";
  const id = ownId === undefined || !/^\d/.test(ownId) ? ownId : `requirement ${ownId}`;
  const joint = id === undefined ? ":" : "";
  const name = id === undefined ? title : `${id}: ${title}`;
  return isQuality
    ? [`Meet ${name}`, `Check ${name}`]
    : [`Implement${joint} ${name}`, `Test${joint} ${name}`];
}

/** What shows that a unit is built, and what shows that it works. */
function listCriteria({ requirements, interfaces }: PlanUnit) {
  const scenarios = requirements.filter(({ kind }) => kind === "scenario").map(({ text }) => text);
  const rules = requirements.filter(({ kind }) => kind !== "scenario").map(({ text }) => text);
  const criteria = [...rules, ...interfaces.map(({ name }) => `${name} is there`)];
  return { criteria, checks: scenarios.length > 0 ? scenarios : criteria };
}

function cutEntities(entities: readonly SpecPart[]): readonly (readonly SpecPart[])[] {
  const size = entities.length > 8 ? mostEntities : 1;
  return Array.from({ length: Math.ceil(entities.length / size) }, (_, index) =>
    entities.slice(index * size, (index + 1) * size),
  );
}

/** Whether a unit's text names an entity, in singular or plural. */
function mentions({ requirements, interfaces }: PlanUnit, name: string): boolean {
  const text = [...requirements, ...interfaces].map((each) => each.text).join(" ");
  const words = splitWords(text);
  return [...splitWords(name)].every(
    (word) => words.has(word) || words.has(`${word}s`) || words.has(word.replace(/y$/, "ies")),
  );
}

import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import type { Decision } from "./decision.ts";

/** The choices about the plan as a whole; one that had nothing to decide is left out. */
export function listPlanDecisions(input: ArtifactInput): readonly Decision[] {
  return [
    decideModel(input),
    ...decidePhases(input),
    ...decideLowConfidence(input),
    decideIds(input),
    ...decideUnresolved(input),
  ];
}

function decideModel({ plan, schedule }: ArtifactInput): Decision {
  const { startable } = schedule.frontier;
  const frontier = {
    name: "Rolling frontier",
    consequence: `${countOf(startable.length, "task")} can start now; each further one as soon as what it waits for is finished, at most ${plan.config.maxConcurrentTasks} at a time`,
  };
  const waves = {
    name: "Waves",
    consequence: `${countOf(schedule.waves.length, "wave")} of at most ${plan.config.maxWaveSize} tasks; the next begins when the one before is finished`,
  };
  const isFrontier = plan.config.executionModel === "rolling_frontier";
  return {
    title: "How the plan is run",
    context: `${countOf(plan.tasks.length, "task")}, ${countOf(plan.dag.edges.length, "dependency")} in the graph, the longest chain has ${countOf(schedule.longestPath.length, "task")}.`,
    options: isFrontier ? [frontier, waves] : [waves, frontier],
    why: "`execution_model` in the settings; a rolling frontier where they say nothing.",
  };
}

function decidePhases({ plan }: ArtifactInput): readonly Decision[] {
  const guesses = plan.dag.soft.filter(({ origin }) => origin === "inferred").length;
  if (guesses === 0) return [];
  return [
    {
      title: "Phases that only follow each other stay soft",
      context: `Some phases come one after the other in the spec and no line says that the later waits. That would be ${countOf(guesses, "dependency")}.`,
      options: [
        { name: "Soft", consequence: "they are listed in dag.json and hold nobody up" },
        {
          name: "Hard",
          consequence: `${countOf(guesses, "dependency")} that the spec does not state`,
        },
      ],
      why: 'the order of headings is no statement. Write "Phase 2 depends on Phase 1" to make it one.',
    },
  ];
}

function decideLowConfidence({ plan }: ArtifactInput): readonly Decision[] {
  const count = plan.dag.lowConfidence.length;
  const { minConfidence } = plan.config;
  if (count === 0) return [];
  return [
    {
      title: "Dependencies of low confidence are left out",
      context: `${countOf(count, "dependency")} below confidence ${minConfidence}.`,
      options: [
        { name: "Left out of the graph", consequence: "they are listed in dag.json only" },
        { name: "A lower `min_confidence`", consequence: "tasks would wait for guesses" },
      ],
      why: `\`min_confidence\` is ${minConfidence}.`,
    },
  ];
}

function decideIds({ plan }: ArtifactInput): Decision {
  const withOwn = plan.tasks.filter(({ ownId }) => ownId !== undefined).length;
  return {
    title: "IDs of the tasks",
    context: `${withOwn} of ${countOf(plan.tasks.length, "task")} bear an ID of their own in the spec; ${countOf(plan.retired.length, "earlier ID")} no longer in use.`,
    options: [
      {
        name: "Keep what was given, use the spec's digits where they are free, else the next number",
        consequence: "a task that is moved, renumbered or reworded keeps its ID and its issue",
      },
      { name: "Number anew each time", consequence: "every insertion would move the issues" },
    ],
    why: "an ID is given once and never used for another task.",
  };
}

function decideUnresolved({ plan }: ArtifactInput): readonly Decision[] {
  const count = plan.unresolved.length;
  if (count === 0) return [];
  return [
    {
      title: "Statements that name nothing in the plan",
      context: `${countOf(count, "statement")} about what a task waits for, listed with lines in Plan.md.`,
      options: [
        { name: "Report them", consequence: "no dependency is made of them" },
        { name: "Guess a task", consequence: "a wrong guess would block the wrong issue" },
      ],
      why: "a dependency needs a line that names both ends.",
    },
  ];
}

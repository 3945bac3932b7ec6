import type { Config } from "../../model/config.ts";
import type { Dependency, Plan } from "../../model/plan.ts";
import type { Forecast } from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { describeFrontier } from "../describe-frontier.ts";
import { findChain } from "../find-chain.ts";
import { findFaster } from "../find-faster.ts";
import { roundHours } from "../round-hours.ts";
import { countOf } from "./count-of.ts";
import type { Decision } from "./decision.ts";

/** The choices about the plan as a whole; one that had nothing to decide is left out. */
export function listPlanDecisions(input: ArtifactInput): readonly Decision[] {
  return [
    decideModel(input),
    ...decideHours(input),
    ...decidePhases(input),
    ...decideLowConfidence(input),
    ...decideIds(input),
    ...decideUnresolved(input),
  ];
}

function decideModel({ plan, schedule }: ArtifactInput): Decision {
  const { forecast } = schedule;
  const frontier = {
    name: "Rolling frontier",
    consequence: `${describeFrontier(schedule.frontier)}; each further one as soon as what it waits for is finished, at most ${plan.config.maxConcurrentTasks} at a time${tellTime(forecast?.rolling)}`,
  };
  const waves = {
    name: "Waves",
    consequence: `${countOf(schedule.waves.length, "wave")} of at most ${plan.config.maxWaveSize} tasks${tellNext(schedule)}${tellTime(forecast?.waves)}`,
  };
  const alone = {
    name: "One task after the other",
    consequence:
      forecast === undefined
        ? "nobody has to keep an eye on what may run beside what"
        : `${roundHours(forecast.sequentialHours)} h in half of the runs; nobody has to keep an eye on what may run beside what`,
  };
  const isFrontier = plan.config.executionModel === "rolling_frontier";
  return {
    title: "How the plan is run",
    context: `${countOf(plan.tasks.length, "task")}, ${plan.dag.edges.length === 0 ? "no dependency" : countOf(plan.dag.edges.length, "dependency")} in the graph, the longest chain has ${countOf(schedule.longestPath.length, "task")}.`,
    options: isFrontier ? [frontier, waves, alone] : [waves, frontier, alone],
    why: `${tellWhy(forecast, plan.config.executionModel)}.`,
  };
}

/** When a wave follows another, if any does. */
function tellNext({ waves, barrierQuorum }: ArtifactInput["schedule"]): string {
  const before = waves.slice(0, -1);
  if (before.length === 0) return "";
  const isWhole = before.every(({ quorum, tasks }) => quorum >= tasks.length);
  return isWhole
    ? "; the next begins when the one before is finished"
    : `; the next begins when ${barrierQuorum} of the one before, rounded up to whole tasks, is finished`;
}

/** Whether the numbers speak for the way that was chosen. */
function tellWhy(forecast: Forecast | undefined, chosen: Config["executionModel"]): string {
  const told = "`execution_model` asks for it, by the settings or by default";
  if (forecast === undefined) return told;
  const faster = findFaster(forecast);
  const hours = Math.abs(
    roundHours(forecast.rolling.p50Hours) - roundHours(forecast.waves.p50Hours),
  );
  if (faster === undefined) return `${told}; both take as long in half of the runs`;
  return faster === chosen
    ? `${told}, and it ends ${roundHours(hours)} h earlier in half of the runs`
    : `${told}, though it ends ${roundHours(hours)} h later in half of the runs`;
}

function tellTime(
  time:
    | { readonly p50Hours: number; readonly p95Hours: number; readonly utilisation: number }
    | undefined,
): string {
  if (time === undefined) return "";
  const { p50Hours, p95Hours, utilisation } = time;
  return `; ${roundHours(p50Hours)} h in half of the runs, ${roundHours(p95Hours)} h in 19 of 20, ${Math.round(100 * utilisation)}% of the slots in use`;
}

/** What is assumed of tasks that state no hours. */
function decideHours({ plan, schedule }: ArtifactInput): readonly Decision[] {
  const unstated = plan.tasks.filter(({ effort }) => effort === undefined);
  if (unstated.length === 0 || schedule.forecast === undefined) return [];
  const told = plan.tasks.flatMap(({ effort }) => effort?.hours ?? []);
  const sum = told.reduce((total, hours) => total + hours, 0);
  const mean = told.length === 0 ? undefined : sum / told.length;
  return [
    {
      title: "Hours of tasks that state none",
      context:
        told.length === 0
          ? `None of ${countOf(plan.tasks.length, "task")} has an estimate.`
          : `${countOf(unstated.length, "task")} of ${plan.tasks.length} ${unstated.length === 1 ? "has" : "have"} no estimate; the others have ${roundHours(sum)} h.`,
      options: [
        {
          name: "2 to 8 hours, most likely 4",
          consequence: `${roundHours(4 * unstated.length)} h are likely for them; the wide range makes the forecast wide`,
        },
        mean === undefined
          ? {
              name: "No forecast",
              consequence: "nobody is told a wrong time, and nobody which order is shorter",
            }
          : {
              name: `The mean of the others, ${roundHours(mean)} h`,
              consequence: `${roundHours(mean * unstated.length)} h for them, as if they were like the others, with no range`,
            },
        ...(sum === 0
          ? []
          : [
              {
                name: "No time at all",
                consequence: `${roundHours(sum)} h in all: sure to be too short`,
              },
            ]),
      ],
      why: "T.A.S.K.S v3 aims at tasks of 2 to 8 hours. A line with hours in the spec is always better.",
    },
  ];
}

function decidePhases({ plan }: ArtifactInput): readonly Decision[] {
  const guesses = plan.dag.soft.filter(({ origin }) => origin === "inferred");
  if (guesses.length === 0) return [];
  const count = countOf(guesses.length, "dependency");
  return [
    {
      title: "What only follows in the text stays soft",
      context: `The spec has work one after the other, and no line says that the later waits. That would be ${count}.`,
      options: [
        {
          name: "Soft",
          consequence: `they are listed in dag.json and hold nobody up; the longest chain takes ${tellChain(plan, [])}`,
        },
        {
          name: "Hard",
          consequence: `${count} that the spec does not state; the longest chain takes ${tellChain(plan, guesses)}`,
        },
      ],
      why: 'the order of headings is no statement. Write "Phase 2 depends on Phase 1" to make it one.',
    },
  ];
}

function tellChain(plan: Plan, more: readonly Dependency[]): string {
  const chain = findChain(plan, more);
  return chain === undefined ? "for ever, in a circle" : `${roundHours(chain.hours)} h`;
}

function decideLowConfidence({ plan }: ArtifactInput): readonly Decision[] {
  const { lowConfidence } = plan.dag;
  const { minConfidence } = plan.config;
  if (lowConfidence.length === 0) return [];
  const waiting = new Set(lowConfidence.map(({ to }) => to)).size;
  const least = Math.min(...lowConfidence.map(({ confidence }) => confidence));
  return [
    {
      title: "Dependencies of low confidence are left out",
      context: `${countOf(lowConfidence.length, "dependency")} below confidence ${minConfidence}, the least sure at ${least}.`,
      options: [
        {
          name: "Left out of the graph",
          consequence: `they are listed in dag.json only; the longest chain takes ${tellChain(plan, [])}`,
        },
        {
          name: `\`min_confidence: ${least}\``,
          consequence: `${countOf(waiting, "task")} would wait for guesses; the longest chain takes ${tellChain(plan, lowConfidence)}`,
        },
      ],
      why: `\`min_confidence\` is ${minConfidence}.`,
    },
  ];
}

/** Nothing is decided where IDs are the numbers of the tasks in order anyway. */
function decideIds({ plan }: ArtifactInput): readonly Decision[] {
  const withOwn = plan.tasks.filter(({ ownId }) => ownId !== undefined).length;
  const moved = plan.tasks.filter(
    ({ id }, place) => Number.parseInt(id.slice(id.indexOf(".T") + 2), 10) !== place + 1,
  ).length;
  if (moved + plan.retired.length === 0) return [];
  const retired =
    plan.retired.length === 0
      ? ""
      : `; ${countOf(plan.retired.length, "earlier ID")} no longer in use`;
  const decision: Decision = {
    title: "IDs of the tasks",
    context: `${countOf(withOwn, "task")} of ${plan.tasks.length} ${withOwn === 1 ? "has an ID of its" : "have IDs of their"} own in the spec${retired}.`,
    options: [
      {
        name: "Keep what was given, use the spec's digits where they are free, else the next number",
        consequence: "a task that is moved, renumbered or reworded keeps its ID and its issue",
      },
      {
        name: "Number anew each time, in order",
        consequence:
          moved === 0
            ? `${countOf(plan.retired.length, "ID")} would be given to other work`
            : `${countOf(moved, "task")} would have another number now, and every insertion would move the issues behind it`,
      },
    ],
    why: "an ID is given once and never used for another task.",
  };
  return [decision];
}

function decideUnresolved({ plan }: ArtifactInput): readonly Decision[] {
  const count = plan.unresolved.length;
  if (count === 0) return [];
  const owners = new Set(plan.unresolved.flatMap(({ owner }) => owner ?? [])).size;
  const tasks = countOf(owners, "task");
  return [
    {
      title: "Statements that name nothing in the plan",
      context: `${countOf(count, "statement")} about what a task waits for, listed with lines in Plan.md.`,
      options: [
        {
          name: "Report them",
          consequence: `no dependency is made of them${owners === 0 ? "" : `; ${tasks} may start before what ${owners === 1 ? "it speaks" : "they speak"} of is there`}`,
        },
        {
          name: "Hold their tasks until a person says so",
          consequence:
            owners === 0
              ? "no one task says them, so all tasks would stand still"
              : `${tasks} and all that waits for ${owners === 1 ? "it" : "them"} would stand still`,
        },
        { name: "Guess a task", consequence: "a wrong guess would block the wrong issue" },
      ],
      why: "a dependency needs a line that names both ends.",
    },
  ];
}

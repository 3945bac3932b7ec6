import type { Resource } from "../../model/config.ts";
import type { Plan, ResourceConflict, ResourceNeed } from "../../model/plan.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { describeBottleneck } from "../describe-bottleneck.ts";
import { likelyHours } from "../likely-hours.ts";
import { roundHours } from "../round-hours.ts";
import { countOf } from "./count-of.ts";
import type { Decision } from "./decision.ts";
import { nameTasks } from "./name-tasks.ts";

/** One choice for each resource that tasks contend for, then one about needs that were inferred. */
export function listResourceDecisions(input: ArtifactInput): readonly Decision[] {
  const { plan } = input;
  return [
    ...plan.conflicts.flatMap((conflict) => {
      const resource = plan.resources.find(({ id }) => id === conflict.resource);
      return resource === undefined ? [] : [decideOrder(input, conflict, resource)];
    }),
    ...decideInferred(plan),
  ];
}

function decideOrder(
  { plan, schedule }: ArtifactInput,
  conflict: ResourceConflict,
  { id, reason, capacity, scope }: Resource,
): Decision {
  const { toList } = nameTasks(plan.tasks);
  const without = schedule.wavesWithout[id];
  const now = countOf(schedule.waves.length, "wave");
  const cost = schedule.forecast?.bottlenecks.find(({ resource }) => resource === id);
  const users = new Set(conflict.tasks);
  const hours = plan.tasks
    .filter((task) => users.has(task.id))
    .reduce((sum, task) => sum + likelyHours(task), 0);
  return {
    title: `Turns at ${id}`,
    context: `${countOf(conflict.tasks.length, "task")} need it and ${capacity === 1 ? "only one can have it" : `${capacity} units exist`}: ${escapeMarkdown(reason)}.`,
    options: [
      {
        name: toList(conflict.suggestedOrder).replaceAll(", ", " → "),
        consequence:
          without === undefined
            ? "no order of waves exists yet"
            : `${now} in all; taking turns ${cost === undefined ? "makes the plan no longer" : describeBottleneck(cost)}`,
      },
      ...(scope === "plan"
        ? []
        : [
            {
              name: "One unit more",
              consequence: `${tellSaving(cost?.oneMoreSavesHours)}${capacity === 1 ? ", and two at once must be safe" : ""}`,
            },
          ]),
      {
        name: "One task for all of it",
        consequence: `one turn of ${roundHours(hours)} h instead of ${conflict.tasks.length}; if it fails, all of it does`,
      },
      {
        name: "No limit",
        consequence:
          without === undefined
            ? "not counted while no order of waves exists"
            : `${countOf(without, "wave")}, and two at once could break what the limit protects`,
      },
    ],
    why: `${escapeMarkdown(conflict.rationale)}. The turns are a suggestion: at run time whoever may start first gets it.`,
  };
}

function tellSaving(hours: number | undefined): string {
  return hours === undefined || roundHours(hours) <= 0
    ? "would save nothing rolling"
    : `would save ${roundHours(hours)} h`;
}

function decideInferred({ tasks, resources }: Plan): readonly Decision[] {
  const ofPlan = new Set(resources.filter(({ scope }) => scope === "plan").map(({ id }) => id));
  const isFromTitle = ({ resource, origin }: ResourceNeed) =>
    origin === "inferred" && !ofPlan.has(resource);
  const inferred = tasks.filter(({ needs }) => needs.some(isFromTitle));
  if (inferred.length === 0) return [];
  const { toList } = nameTasks(tasks);
  const asked = new Set(
    inferred.flatMap(({ needs }) => needs.filter(isFromTitle).map(({ resource }) => resource)),
  );
  const rivals = tasks.filter(({ needs }) =>
    needs.some(({ resource }) => asked.has(resource)),
  ).length;
  return [
    {
      title: "Needs that only a title says",
      context: `The ${inferred.length === 1 ? "title of 1 task asks" : `titles of ${inferred.length} tasks ask`} for a change to a database or an environment: ${toList(inferred.map(({ id }) => id))}.`,
      options: [
        {
          name: "Take them at their word",
          consequence:
            rivals > 1
              ? `they take turns with the others, ${rivals} tasks in all`
              : "it takes its turn; no other task of the plan wants one",
        },
        {
          name: "Ignore titles",
          consequence: `${countOf(inferred.length, "task")} would take no turn: two migrations or deployments could overlap`,
        },
      ],
      why: "waiting once too often costs less. Settings overrule it: `resources: {NAME: {tasks: {ID: 0}}}`.",
    },
  ];
}

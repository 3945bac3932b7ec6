import type { ResourceId } from "../../model/ids.ts";
import type { Forecast } from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { describeBottleneck } from "../describe-bottleneck.ts";
import { listLimitUsers } from "../list-limit-users.ts";
import { roundHours } from "../round-hours.ts";
import { countOf } from "./count-of.ts";
import { nameLimit } from "./name-limit.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

type Bottleneck = Forecast["bottlenecks"][number];

/** The limits that make the plan longer, whom they hold up, and what would help by how much. */
export function renderBottlenecks(input: ArtifactInput): readonly string[] {
  const { plan, schedule } = input;
  const { forecast } = schedule;
  if (forecast === undefined) {
    return ["## Resource bottlenecks", "", `Not known: ${schedule.whyNoForecast}.`];
  }
  const { toList } = nameTasks(plan.tasks);
  const rows = forecast.bottlenecks.map((bottleneck) => {
    const { resource } = bottleneck;
    const users = listLimitUsers(input, resource);
    const use = forecast.usage[resource as ResourceId] ?? forecast.rolling.utilisation;
    return [
      nameLimit(resource),
      describeBottleneck(bottleneck),
      `${Math.round(100 * use)} %`,
      users.length === plan.tasks.length ? "all" : toList(users),
      listHelp(input, bottleneck).join("; "),
    ];
  });
  if (rows.length === 0) {
    return [
      "## Resource bottlenecks",
      "",
      "None: without any one of the limits the plan would be no shorter, rolling or in waves.",
    ];
  }
  return [
    "## Resource bottlenecks",
    "",
    "Each measured by simulating the plan without the limit, and with one unit more.",
    "",
    ...renderTable(
      ["limit", "what it costs", "in use on average", "tasks", "what would help"],
      rows,
      "dag.json",
    ),
  ];
}

function listHelp({ plan }: ArtifactInput, bottleneck: Bottleneck): readonly string[] {
  const { resource, oneMoreSavesHours } = bottleneck;
  const known = plan.resources.find(({ id }) => id === resource);
  if (oneMoreSavesHours === undefined) return ["nothing but letting them overlap"];
  const more =
    roundHours(oneMoreSavesHours) > 0
      ? [`one unit more saves ${roundHours(oneMoreSavesHours)} h`]
      : ["one unit more saves nothing rolling"];
  if (known === undefined) return more;
  const pair = findPair(plan, resource as ResourceId);
  const waiting = plan.tasks.filter(({ needs }) =>
    needs.some((need) => need.resource === resource),
  );
  return [
    ...(known.type === "exclusive"
      ? more.map((text) => `${text}, where two at once are safe`)
      : more),
    ...(pair === undefined
      ? []
      : [`${pair.join(" and ")} come one right after the other and could be one turn`]),
    ...(waiting.length > 2
      ? [
          `its ${countOf(waiting.length, "turn")} are on the way of the whole plan: start them first`,
        ]
      : []),
  ];
}

/** Two tasks of one feature that take their turns in a row with a dependency between them, or none around them. */
function findPair(plan: ArtifactInput["plan"], resource: ResourceId) {
  const order =
    plan.conflicts.find((conflict) => conflict.resource === resource)?.suggestedOrder ?? [];
  const featureOf = new Map(plan.tasks.map(({ id, featureId }) => [id, featureId]));
  const at = order.findIndex((id, index) => {
    const next = order[index + 1];
    return next !== undefined && featureOf.get(id) === featureOf.get(next);
  });
  const [first, second] = [order[at], order[at + 1]];
  return at < 0 || first === undefined || second === undefined ? undefined : [first, second];
}

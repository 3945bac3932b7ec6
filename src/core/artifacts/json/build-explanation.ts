import type { DagJson } from "../../model/artifact/dag-json.ts";
import type { Forecast } from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { describeBottleneck } from "../describe-bottleneck.ts";
import { listLimitUsers } from "../list-limit-users.ts";
import { buildTimeSaved } from "./build-time-saved.ts";
import { tellMitigation } from "./tell-mitigation.ts";

type Explanation = Pick<DagJson, "resource_bottlenecks" | "parallel_groups" | "time_saved">;

/** What makes the plan long and what makes it short: computed, or left out. */
export function buildExplanation(input: Pick<ArtifactInput, "plan" | "schedule">): Explanation {
  const { parallelGroups, forecast } = input.schedule;
  return {
    parallel_groups: parallelGroups.map(({ after, tasks }) => ({
      after: [...after],
      tasks: [...tasks],
    })),
    ...(forecast && {
      resource_bottlenecks: forecast.bottlenecks.map((one) => toBottleneck(one, input)),
      time_saved: buildTimeSaved(forecast),
    }),
  };
}

function toBottleneck(
  bottleneck: Forecast["bottlenecks"][number],
  input: Pick<ArtifactInput, "plan" | "schedule">,
) {
  return {
    resource: bottleneck.resource,
    impact: describeBottleneck(bottleneck),
    affected_tasks: [...listLimitUsers(input, bottleneck.resource)],
    mitigation: tellMitigation(bottleneck),
  };
}

import type { ArtifactFault, FilePlace } from "./artifact-set.ts";
import type { PlanFacts } from "./plan-facts.ts";

type Keys = FilePlace["keys"];

/** A moment with its offset (ISO 8601), such as `2026-03-02T17:00+01:00` or `2026-01-02T03:04:05.000Z`. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const hash = /^[0-9a-f]{8,64}$/;
const units = ["hours", "minutes", "days", "weeks"];
const checks = ["command", "artifact", "metric", "issue", "manual"];
const priorities = ["critical", "high", "medium", "low"];

/**
 * KS503 for each value that has the right type and no meaning: a moment that is not ISO 8601, a hash
 * that is not hexadecimal, an unknown unit, kind of check, barrier or priority.
 */
export function checkValues({
  features,
  tasks,
  dag,
  waves,
  coordinator,
}: PlanFacts): readonly ArtifactFault[] {
  const { calendar, execution_models } = waves;
  const { wave_based } = execution_models;
  const barriers = [
    {
      keys: ["execution_models", "wave_based", "config", "barrier"],
      barrier: wave_based?.config.barrier,
    },
    ...(wave_based?.waves ?? []).map(({ barrier }, index) => ({
      keys: ["execution_models", "wave_based", "waves", index, "barrier"],
      barrier,
    })),
  ];
  const { preemption_priorities: order = [] } =
    coordinator.coordinator.policies?.resource_allocation ?? {};
  return [
    ...Object.entries({ features, tasks, dag, waves, coordinator }).flatMap(
      ([name, { generated }]) =>
        expectMatch(
          `${name}.json`,
          ["generated", "timestamp"],
          generated?.timestamp,
          moment,
          "a moment (ISO 8601)",
        ),
    ),
    ...tasks.tasks.flatMap(({ contentHash, durationUnits, acceptance_checks = [] }, index) => [
      ...expectMatch(
        "tasks.json",
        ["tasks", index, "contentHash"],
        contentHash,
        hash,
        "a hash in hexadecimal",
      ),
      ...expectOneOf("tasks.json", ["tasks", index, "durationUnits"], durationUnits, units),
      ...acceptance_checks.flatMap(({ type, cmd, path, name }, at) =>
        // one that names nothing to look at is no check at all, as KS515 says
        [cmd, path, name].every((one) => one === undefined)
          ? []
          : expectOneOf(
              "tasks.json",
              ["tasks", index, "acceptance_checks", at, "type"],
              type,
              checks,
            ),
      ),
    ]),
    ...(wave_based?.waves ?? []).flatMap(({ estimates }, index) =>
      expectOneOf(
        "waves.json",
        ["execution_models", "wave_based", "waves", index, "estimates", "units"],
        estimates?.units,
        units,
      ),
    ),
    ...barriers.flatMap(({ keys, barrier }) =>
      expectOneOf("waves.json", [...keys, "kind"], barrier?.kind, ["quorum", "all", "none"]),
    ),
    ...expectMatch(
      "waves.json",
      ["calendar", "start"],
      calendar?.start,
      moment,
      "a moment (ISO 8601)",
    ),
    ...listDates(execution_models, ["execution_models"]),
    ...expectOneOf(
      "waves.json",
      ["execution_models", "rolling_frontier", "config", "coordinator_config_ref"],
      execution_models.rolling_frontier?.config.coordinator_config_ref,
      ["coordinator.json"],
    ),
    ...order.flatMap((priority, at) => {
      const keys = ["coordinator", "policies", "resource_allocation", "preemption_priorities", at];
      const isTwice = order.indexOf(priority) < at;
      return [
        ...expectOneOf("coordinator.json", keys, priority, priorities),
        ...(isTwice
          ? [tell("coordinator.json", keys, `'${priority}' stands there twice; take it out`)]
          : []),
      ];
    }),
  ];
}

/** Each `…_date` in a value. */
function listDates(value: unknown, keys: Keys): readonly ArtifactFault[] {
  if (typeof value === "string") {
    return String(keys.at(-1)).endsWith("_date")
      ? expectMatch("waves.json", keys, value, moment, "a moment (ISO 8601)")
      : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    listDates(inner, [...keys, Array.isArray(value) ? Number(key) : key]),
  );
}

function expectMatch(
  file: string,
  keys: Keys,
  value: string | undefined,
  pattern: RegExp,
  what: string,
): readonly ArtifactFault[] {
  const isRight =
    value === undefined ||
    (pattern.test(value) && (pattern !== moment || !Number.isNaN(Date.parse(value))));
  return isRight ? [] : [tell(file, keys, `'${value}' is not ${what}; correct it`)];
}

function expectOneOf(
  file: string,
  keys: Keys,
  value: string | undefined,
  known: readonly string[],
): readonly ArtifactFault[] {
  if (value === undefined || known.includes(value)) return [];
  return [tell(file, keys, `'${value}' is none of ${known.join(", ")}; correct it`)];
}

function tell(file: string, keys: Keys, message: string): ArtifactFault {
  return { code: "KS503", severity: "error", file, keys, message };
}

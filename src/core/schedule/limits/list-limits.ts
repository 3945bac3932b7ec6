import type { Plan, Task } from "../../model/plan.ts";
import type { UnitNeed } from "../find-shortage.ts";
import { keepApart } from "./keep-apart.ts";
import type { LimitUse, PlanLimits } from "./limit.ts";
import { limitMachine } from "./limit-machine.ts";
import { seatPeople } from "./seat-people.ts";

/**
 * Gathers all that tasks can wait for besides each other and a slot: the plan's resources, CPU,
 * memory and disk less the headroom, people with the skills, and tasks that must not overlap.
 *
 * @param tasks In any order that does not hang on lines, such as by ID: the names of limits follow it.
 */
export function listLimits(
  tasks: readonly Task[],
  { resources, config }: Pick<Plan, "resources" | "config">,
): PlanLimits {
  const hints = tasks.map((task) => task.hints);
  const people = seatPeople(
    tasks.map(({ skills }) => skills),
    config.people,
  );
  const uses = [
    ...resources.map(
      (resource): LimitUse => ({
        limit: { id: resource.id, kind: "resource", capacity: resource.capacity },
        units: countUnits(tasks, resource.id),
      }),
    ),
    ...limitMachine(hints, config),
    ...people.uses,
    ...keepApart(tasks, hints),
  ];
  const needs: UnitNeed[][] = tasks.map(() => []);
  for (const { limit, units } of uses) {
    for (const [at, count] of units) {
      // what was begun has found what it needs, whatever is there now
      const taken = hasBegun(tasks[at]) ? Math.min(count, limit.capacity) : count;
      if (taken > 0) needs[at]?.push({ resource: limit.id, units: taken });
    }
  }
  const { unskilled, isWhole: isPeopleWhole } = people;
  return { limits: uses.map(({ limit }) => limit), needs, unskilled, isPeopleWhole };
}

function hasBegun(task: Task | undefined): boolean {
  return task?.state === "done" || task?.state === "in-progress";
}

function countUnits(tasks: readonly Task[], resource: string): ReadonlyMap<number, number> {
  const units = new Map<number, number>();
  for (const [at, { needs }] of tasks.entries()) {
    for (const need of needs) {
      if (need.resource === resource) units.set(at, (units.get(at) ?? 0) + need.units);
    }
  }
  return units;
}

import { describe, expect, it } from "@jest/globals";
import { coordinatorJson } from "../../../../src/core/model/artifact/coordinator-json.ts";
import type { Config } from "../../../../src/core/model/config.ts";
import { buildMetrics } from "../../../../src/entry/app/build-metrics.ts";
import { aRichSpec } from "../../../support/a-rich-spec.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { artifactsOf } from "../../../support/artifacts-of.ts";

function coordinatorOf(spec = aRichSpec(), config: Partial<Config> = {}) {
  const text = artifactsOf(spec, config).get("coordinator.json") ?? "";
  return coordinatorJson.parse(JSON.parse(text));
}

describe("coordinator.json", () => {
  it("has every part that T.A.S.K.S v3 shows", () => {
    const { coordinator, worker_pool } = coordinatorOf();

    expect(Object.keys(coordinator)).toEqual([
      ...["role", "version", "responsibilities", "state_management", "scheduling_loop"],
      ...["policies", "monitoring"],
    ]);
    expect(coordinator.version).toBe("1.2.3");
    expect(Object.keys(coordinator.policies ?? {})).toEqual([
      ...["backpressure", "resource_allocation", "worker_matching", "failure_handling"],
    ]);
    expect(Object.keys(worker_pool?.worker_template ?? {})).toEqual([
      ...["capabilities", "resource_capacity", "execution_protocol"],
    ]);
  });

  it("holds back at the limits of the plan: slots, contended resources, machines less their headroom", () => {
    const machine = { cpuCores: 10, memoryMb: undefined, diskIoMbps: undefined };
    const hint = { memoryMb: 0, diskIoMbps: 0, skills: [], avoids: [], isPreemptible: false };
    const taskHints = { "*": { ...hint, cpuCores: 2 } };

    const { coordinator } = coordinatorOf(aRichSpec(), {
      machine,
      taskHints,
      maxConcurrentTasks: 4,
    });

    const triggers = coordinator.policies?.backpressure?.triggers ?? [];
    expect(triggers.map(({ metric, threshold }) => [metric, threshold])).toEqual([
      ...[
        ["tasks_under_way", 4],
        ["database_migrations_units_in_use", 1],
      ],
      ["cpu_cores_in_use", 8],
    ]);
  });

  it("has who works on what, and holds what, as the boxes stand", () => {
    const task = aSpecTask("T001", {
      ...{ owner: "Ada", state: "in-progress" },
      files: [{ path: "db/migrations/1.sql", action: "create" }],
    });

    const { frontier_management } = coordinatorOf(aSpec([task, aSpecTask("T002")])).coordinator
      .state_management;

    expect(frontier_management.worker_assignments).toEqual({ Ada: ["P1.T001"] });
    expect(frontier_management.resource_allocations).toEqual({ database_migrations: ["P1.T001"] });
  });

  it("has as many workers as settings name, else as tasks could run side by side", () => {
    const people = [{ name: "backend", count: 3, skills: ["sql", "node"] }];

    expect(coordinatorOf(aRichSpec(), { people }).worker_pool).toMatchObject({
      ...{ max_workers: 3, scaling_policy: "fixed" },
      worker_template: { capabilities: ["node", "sql"] },
    });
    expect(coordinatorOf(aSpec([aSpecTask("T001"), aSpecTask("T002")])).worker_pool).toMatchObject({
      ...{ max_workers: 2, scaling_policy: "adaptive" },
    });
  });

  it("names only numbers that the App gives out", async () => {
    const counts = {
      ...{ lanes: 0, waitingLanes: 0, pendingEvents: 0, lagMs: 0, quarantinedEvents: 0 },
      ...{ unsentWrites: 0, holds: 0, freezes: 0 },
    };
    const given = await buildMetrics({ measure: async () => counts }).render();
    const { metrics = [], alerts = [] } = coordinatorOf().coordinator.monitoring ?? {};

    for (const name of metrics) expect(JSON.stringify(given)).toContain(`# TYPE ${name} `);
    for (const { condition } of alerts) expect(metrics).toContain(condition.split(" ")[0]);
  });
});

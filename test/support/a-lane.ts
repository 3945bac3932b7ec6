import type { Resource } from "../../src/core/model/config.ts";
import type { CoordinatedPlan } from "../../src/core/model/coordinated-plan.ts";
import type { PlanId, ResourceId, TaskId } from "../../src/core/model/ids.ts";
import type {
  IssueStanding,
  ObservedLane,
  ObservedWork,
} from "../../src/core/model/observed-lane.ts";

/** A task of a lane, in a few words. Its issue is open, linked as planned, and nobody's. */
export interface TaskSketch extends Partial<Pick<ObservedWork, "labels" | "assignees">> {
  /** Tasks that it comes after. */
  readonly after?: readonly string[];
  /** Tasks whose issues block it on GitHub; those it comes after unless told. */
  readonly blockedBy?: readonly string[];
  /** Resources it needs a unit of. */
  readonly needs?: readonly string[];
  /** How its issue was closed; "open" and "reopened" are not closed. */
  readonly issue?: "open" | "reopened" | "completed" | "not_planned" | "gone";
  readonly closedAt?: number;
}

/**
 * What is observed of octo/shop: one plan with these tasks, in this order. The issue of the first
 * is #1, of the second #2. There are the resources `db` (files in db/), `pipe` (files in deploy/),
 * both exclusive, and two `seats`.
 */
export function aLane(
  tasks: Readonly<Record<string, TaskSketch>>,
  parts: Partial<ObservedLane> & { readonly plan?: Partial<CoordinatedPlan> } = {},
): ObservedLane {
  const names = Object.keys(tasks);
  const numberOf = (name: string) => names.indexOf(name) + 1;
  const toStanding = (name: string): IssueStanding => {
    const { issue = "open" } = tasks[name] ?? {};
    const number = numberOf(name);
    const state = issue === "open" || issue === "reopened" ? "open" : "closed";
    const stateReason = issue === "open" || issue === "gone" ? undefined : issue;
    return { nodeId: `I_${number}`, number, databaseId: 1000 + number, state, stateReason };
  };
  const issues = Object.entries(tasks)
    .filter(([, { issue }]) => issue !== "gone")
    .map(([name, { labels = [], assignees = [], after = [], blockedBy = after, closedAt }]) => ({
      ...toStanding(name),
      labels,
      assignees,
      closedAt,
      blockedBy: blockedBy.map(toStanding),
    }));
  const { plan, ...others } = parts;
  return {
    lane: "octo/shop",
    defaultBranch: "main",
    plans: [{ ...quietPlan, ...toTasks(tasks), ...plan }],
    resources: [aResource("db"), aResource("pipe"), aResource("seats")],
    issues: new Map(issues.map((issue) => [issue.nodeId, issue])),
    pulls: [],
    gates: new Map(),
    comments: new Map(),
    ...others,
  };
}

function toTasks(sketches: Readonly<Record<string, TaskSketch>>) {
  const tasks = Object.entries(sketches).map(([name, { after = [], needs = [] }], index) => ({
    id: name as TaskId,
    ownId: undefined,
    title: `Task ${name}`,
    issue: { number: index + 1, nodeId: `I_${index + 1}`, databaseId: 1001 + index },
    hours: undefined,
    needs: needs.map((resource) => ({ resource: resource as ResourceId, units: 1 })),
    predecessors: after as readonly TaskId[],
  }));
  const links = tasks.flatMap(({ id, predecessors }) =>
    predecessors.map((earlier) => [earlier, id] as const),
  );
  return { tasks, links };
}

const quietPlan = {
  id: "PLAN-1a2b3c4d" as PlanId,
  specPath: "specs/shop.md",
  title: "Shop",
  resources: [],
  priority: [],
  maxConcurrentTasks: 10,
  limits: [],
  trackingIssue: undefined,
};

/** One of the resources of a lane. */
export function aResource(name: string, parts: Partial<Resource> = {}): Resource {
  const location = { db: ["db/**"], pipe: ["deploy/**"] }[name] ?? [];
  const isShared = name === "seats";
  return {
    id: name as ResourceId,
    type: isShared ? "shared_limited" : "exclusive",
    capacity: isShared ? 2 : 1,
    location,
    scope: "repo",
    reason: "",
    tasks: {},
    ...parts,
  };
}

import { readFileSync } from "node:fs";
import type { Config } from "../../src/core/model/config.ts";
import type { Plan } from "../../src/core/model/plan.ts";
import type { PlanRecord } from "../../src/core/model/record.ts";
import { buildRecord } from "../../src/core/sync/build-record.ts";
import { planFolder } from "../../src/core/sync/plan-folder.ts";
import { recordFile, renderRecord } from "../../src/core/sync/render-record.ts";
import { compileSpec } from "../../src/flows/compile-spec.ts";
import type { FakeForge } from "./fake-forge.ts";
import { sha256 } from "./sha256.ts";

/** The spec of the demo: a shop with two migrations and two deployments. */
export const shopSpec = readFileSync(
  new URL("../../examples/shop/spec.md", import.meta.url),
  "utf8",
);

/**
 * Applies a spec to a fake forge: an issue for each new task and for tracking, links for the plan's
 * edges between new tasks, and what the coordinator reads on the plan branch. Tasks that left the
 * plan keep their issues as they are.
 */
export function applyToForge(
  forge: FakeForge,
  text = shopSpec,
  last?: PlanRecord,
  settings: Partial<Config> = {},
): PlanRecord {
  const { plan, tasksJson, coordinatorJson } = compileOnce(text, last, settings);
  const known = new Map((last?.tasks ?? []).map(({ id, issue }) => [id, issue?.number]));
  const numbers = new Map(
    plan.tasks.map(({ id, title }) => [id, known.get(id) ?? forge.openIssue({ title })] as const),
  );
  for (const [from, to] of plan.dag.reduced) {
    const [blocking, blocked] = [numbers.get(from), numbers.get(to)];
    const isNew = !known.has(from) || !known.has(to);
    if (isNew && blocking && blocked) forge.addLink(blocked, blocking);
  }
  const trackingIssue = last?.trackingIssue ?? toRef(forge.openIssue({ title: "Tracking" }));
  const issues = new Map([...numbers].map(([id, number]) => [id, toRef(number)]));
  const record = buildRecord(plan, { issues, trackingIssue, login: "keysteps[bot]" }, last);
  const folder = planFolder(plan.id, plan.specPath);
  forge.planFiles = new Map([
    [`${folder}/${recordFile}`, renderRecord(record)],
    [`${folder}/tasks.json`, tasksJson],
    [`${folder}/coordinator.json`, coordinatorJson],
  ]);
  return record;
}

function toRef(number: number) {
  return { number, nodeId: `I_${number}`, databaseId: 1000 + number };
}

interface Compiled {
  readonly plan: Plan;
  readonly tasksJson: string;
  readonly coordinatorJson: string;
}

const compiled = new Map<string, Compiled>();

/** Compiling is pure, so what was compiled once need not be again. */
function compileOnce(
  text: string,
  record: PlanRecord | undefined,
  overrides: Partial<Config>,
): Compiled {
  const key = sha256(`${text} ${JSON.stringify([record, overrides])}`);
  const known = compiled.get(key);
  if (known) return known;
  const path = "specs/shop.md";
  const files = [{ path, text, secrets: [] }];
  const source = { path, files, configText: undefined, overrides, changedAt: 0, record };
  const { plan, artifacts } = compileSpec(source, { hash: sha256, version: "1.2.3" });
  const coordinatorJson = artifacts.get("coordinator.json") ?? "";
  const tasksJson = withoutEvidence(artifacts.get("tasks.json") ?? "");
  const result = { plan, tasksJson, coordinatorJson };
  compiled.set(key, result);
  return result;
}

/** Three quarters of the text are quotes, which passes need not read a thousand times in a test. */
function withoutEvidence(json: string): string {
  const unread = new Set(["boundaries", "description", "resource_reasons"]);
  return JSON.stringify(JSON.parse(json), (key, value) => {
    if (unread.has(key)) return undefined;
    return key === "evidence" || key === "source_evidence" ? [] : value;
  });
}

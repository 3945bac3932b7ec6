import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import { completeBoundaries } from "./complete-boundaries.ts";
import { inferCategory } from "./infer-category.ts";
import { inferChecks } from "./infer-checks.ts";
import { inferGuidance } from "./infer-guidance.ts";
import { inferHints } from "./infer-hints.ts";
import { inferLogging } from "./infer-logging.ts";
import { inferRisks } from "./infer-risks.ts";
import { inferSkills } from "./infer-skills.ts";
import type { Filled } from "./inference.ts";
import type { TaskFacts } from "./task-facts.ts";
import { toDuration } from "./to-duration.ts";

/**
 * Fills what T.A.S.K.S v3 wants of every task and the spec does not state: boundaries, guidance,
 * duration, checks, hints, skills, reuse, risks. Each such field is computed from what is known of the
 * task, and stands in `inferred` with a confidence and the reason. What is stated is never changed;
 * what nothing tells is left out.
 */
export function completeTask(stated: TaskJson, task: Task, facts: TaskFacts): TaskJson {
  const { kind, parallel, interfaces, code } = facts;
  const boundaries = completeBoundaries(task, facts);
  const duration = toDuration(task, facts.hours);
  const checks = stated.acceptance_checks ? undefined : inferChecks(task, facts);
  const allChecks = stated.acceptance_checks ?? checks?.value ?? [];
  const logging = inferLogging(task, allChecks.length);
  const guidance = inferGuidance(
    task,
    allChecks.flatMap(({ cmd }) => cmd ?? []),
    facts,
  );
  const category = inferCategory(task, kind);
  const skills = task.skills.length > 0 ? undefined : inferSkills(task, kind);
  const able = skills?.value ?? task.skills;
  const hints = inferHints(task, kind, facts, stated.scheduling_hints);
  const risks = stated.risks ? undefined : inferRisks(task, facts);
  const reuse = toReuse(facts);
  const made = toInterfaces(facts);
  const all = [
    ...[boundaries, logging, guidance, duration, checks, category, skills, hints, risks],
    ...[reuse, made, tellNeeds(task, skills)],
  ];
  return {
    ...stated,
    category: category.value,
    code_owners: unlessEmpty(code?.owners ?? []),
    boundaries: boundaries.value,
    execution_guidance: { logging: logging.value, ...guidance.value },
    resource_requirements: toRequirements(stated.resource_requirements, facts, able),
    scheduling_hints: hints.value,
    reuses_existing: reuse?.value,
    skillsRequired: unlessEmpty(able),
    duration: duration.value,
    durationUnits: "hours",
    interfaces_produced: unlessEmpty(interfaces?.produced ?? []),
    interfaces_consumed: unlessEmpty(interfaces?.consumed ?? []),
    acceptance_checks: stated.acceptance_checks ?? checks?.value,
    risks: stated.risks ?? (risks && [...risks.value]),
    parallel_with: unlessEmpty(parallel),
    inferred: all.flatMap((one) => one?.inferred ?? []),
  };
}

/** What settings say a task needs of a machine and its people, beside the resources that it holds. */
function toRequirements(
  stated: TaskJson["resource_requirements"],
  { hints }: TaskFacts,
  able: readonly string[],
): TaskJson["resource_requirements"] {
  if (stated === undefined && hints === undefined && able.length === 0) return undefined;
  const machine = {
    cpu_cores: hints?.cpuCores || undefined,
    memory_mb: hints?.memoryMb || undefined,
    disk_io_mbps: hints?.diskIoMbps || undefined,
  };
  return {
    ...stated,
    estimated: { ...machine, ...stated?.estimated },
    worker_capabilities_required: unlessEmpty(able),
  };
}

function toReuse({
  code,
}: TaskFacts): Filled<NonNullable<TaskJson["reuses_existing"]>> | undefined {
  if (code === undefined || code.extends.length + code.imports.length === 0) return undefined;
  const { confidence, reason } = code;
  const value = {
    extends: [...code.extends],
    imports: [...code.imports],
    rationale: `the code has ${reason}`,
  };
  return { value, inferred: [{ field: "reuses_existing", confidence, reason }] };
}

/** Resources that only the title or shared files speak for, and what its worker must be able to do. */
function tellNeeds({ needs }: Task, skills: ReturnType<typeof inferSkills>): Filled<undefined> {
  const field = "resource_requirements.estimated";
  const guessed = needs.filter(({ origin }) => origin === "inferred");
  const able = skills?.inferred.map((one) => ({
    ...one,
    field: "resource_requirements.worker_capabilities_required",
  }));
  return {
    value: undefined,
    inferred: [
      ...guessed.map(({ resource, confidence, reason }) => ({
        ...{ field, confidence },
        reason: `${resource}: ${reason}`,
      })),
      ...(able ?? []),
    ],
  };
}

function toInterfaces({ interfaces }: TaskFacts): Filled<undefined> | undefined {
  if (interfaces === undefined) return undefined;
  const reason = "named in its text; who builds one first makes it";
  const fields = [
    ...(interfaces.produced.length > 0 ? ["interfaces_produced"] : []),
    ...(interfaces.consumed.length > 0 ? ["interfaces_consumed"] : []),
  ];
  return {
    value: undefined,
    inferred: fields.map((field) => ({ field, confidence: 0.7, reason })),
  };
}

function unlessEmpty<Item>(items: readonly Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : [...items];
}

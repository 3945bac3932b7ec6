import type { WorkKind } from "../../model/plan.ts";

const byType: readonly (readonly [RegExp, WorkKind])[] = [
  [/^(?:research|spike|investigation|discovery|analysis|design)/i, "research"],
  [/^(?:setup|set-up|infra|infrastructure|devops|tooling|configuration|foundation)/i, "setup"],
  [/^(?:test|testing|tests|qa|verification|validation)/i, "test"],
  [/^(?:doc|docs|documentation)/i, "documentation"],
  [/^(?:deploy|deployment|release|rollout)/i, "deployment"],
];

const byTitle: readonly (readonly [RegExp, WorkKind])[] = [
  [
    /^(?:research|spike|investigate|evaluate|explore|study|clarify|decide|settle|analy[sz]e|compare|prototype|interview|learn)\b/i,
    "research",
  ],
  [
    /^(?:set ?up|setup|install|provision|configure|bootstrap|initiali[sz]e|scaffold|init)\b/i,
    "setup",
  ],
  [
    /^(?:test|tests|verify|validate|benchmark|load[- ]test)\b|^(?:add|write|create|implement|extend|run)\s+(?:\S+\s+){0,3}tests?\b|\btests?\s+(?:for|in|of)\b/i,
    "test",
  ],
  [
    /^(?:document|describe)\b|^(?:write|update|add|create)\s+(?:\S+\s+){0,3}(?:docs?|documentation|readme|guide|runbook|changelog)\b/i,
    "documentation",
  ],
  [/^(?:deploy|release|ship|roll ?out|promote)\b/i, "deployment"],
];

/** Tells the kind of work by the type that a task states, else by how its title begins; English only. */
export function recogniseWork({
  title,
  type,
}: {
  readonly title: string;
  readonly type: string | undefined;
}): WorkKind {
  const stated = byType.find(([pattern]) => pattern.test(type?.trim() ?? ""))?.[1];
  return stated ?? byTitle.find(([pattern]) => pattern.test(title.trim()))?.[1] ?? "build";
}

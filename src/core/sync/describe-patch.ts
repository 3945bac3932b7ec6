import type { Patch, PatchStep, TrackingStep } from "../model/patch.ts";

/**
 * The writes to issues as lines for a terminal, one each, with Terraform's signs: `+` new, `~`
 * changed, `-` taken away.
 */
export function describePatch(patch: Patch, tracking: TrackingStep | undefined): readonly string[] {
  const last = tracking ? [`~ tracking issue #${tracking.number}`] : [];
  return [...patch.steps.map(describeStep), ...last];
}

function describeStep(step: PatchStep): string {
  switch (step.kind) {
    case "create-label":
      return `+ label ${step.label.name}`;
    case "create-issue":
      return `+ issue ${step.taskId} "${step.title}"`;
    case "create-tracking":
      return `+ tracking issue "${step.title}"`;
    case "create-group":
      return `+ group "${step.title}"`;
    case "update-group":
      return `${step.changes.state === "closed" ? "-" : "~"} group #${step.number} (${Object.keys(step.changes).join(", ")})`;
    case "set-parent":
      return `~ ${step.child} below ${step.parent === "tracking" ? "the tracking issue" : `group ${step.parent}`}`;
    case "update-issue":
      return `${step.changes.state === "closed" ? "-" : "~"} issue #${step.number} ${step.taskId} (${Object.keys(step.changes).join(", ")})`;
    case "add-labels":
      return `~ issue #${step.number} ${step.taskId} + ${step.labels.join(", ")}`;
    case "remove-label":
      return `~ issue #${step.number} ${step.taskId} - ${step.label}`;
    case "add-link":
      return `+ link ${step.blocked} blocked by ${step.blocking}`;
    case "remove-link":
      return `- link ${step.blocked} blocked by ${step.blocking}`;
  }
}

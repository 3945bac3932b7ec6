import type { DependencyType } from "../../model/plan.ts";
import type { SpecTask } from "../../model/spec.ts";
import { recogniseWork } from "./recognise-work.ts";

/**
 * What kind of precedence a task's statement is, by what it waits for: what is found out (knowledge), an
 * environment or tool that is set up (infrastructure), else something that is made (technical).
 */
export function classifyLink(before: Pick<SpecTask, "title" | "type"> | undefined): DependencyType {
  if (before === undefined) return "technical";
  const kind = recogniseWork(before);
  if (kind === "research") return "knowledge";
  return kind === "setup" || kind === "deployment" ? "infrastructure" : "technical";
}

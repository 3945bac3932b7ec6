import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task, WorkKind } from "../../model/plan.ts";
import type { Filled } from "./inference.ts";

type Category = NonNullable<TaskJson["category"]>;

const categories: Readonly<Record<WorkKind, Category>> = {
  research: "foundation",
  setup: "foundation",
  build: "implementation",
  test: "integration",
  documentation: "integration",
  deployment: "integration",
};

const polishing =
  /^(?:optimi[sz]e|tune|speed up|refactor|clean up|polish|harden|profile|cache|simplify|reduce)\b/i;

/** What a task does for the whole, by the kind of its work. */
export function inferCategory({ title, type }: Task, kind: WorkKind): Filled<Category> {
  const isPolish = polishing.test(title);
  const value = isPolish ? "optimization" : categories[kind];
  const isSure = isPolish || kind !== "build" || type !== undefined;
  const confidence = type !== undefined ? 0.8 : isSure ? 0.6 : 0.4;
  const reason = type !== undefined ? `its type is ${type}` : "from how its title begins";
  return { value, inferred: [{ field: "category", confidence, reason }] };
}

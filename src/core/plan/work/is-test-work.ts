import type { Task } from "../../model/plan.ts";
import { speaksOfTests } from "./speaks-of-tests.ts";

/** Whether a task is itself the testing of something: by its title or type, or as all its files are tests. */
export function isTestWork({ title, type, files }: Task): boolean {
  if (speaksOfTests(title) || speaksOfTests(type ?? "")) return true;
  return files.length > 0 && files.every(({ path }) => speaksOfTests(path));
}

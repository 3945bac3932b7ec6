import { InputError } from "../errors.ts";
import { coordinatorJson } from "../model/artifact/coordinator-json.ts";
import { featuresJson } from "../model/artifact/features-json.ts";
import { tasksJson } from "../model/artifact/tasks-json.ts";
import type { TaskFiles } from "./read/artifact-set.ts";
import { parseFile } from "./read/parse-file.ts";

/**
 * Reads what a plan's files say of its tasks: tasks.json is needed; features.json and
 * coordinator.json tell more where they can be read. Nothing is held against anything.
 *
 * @param files Text by file name.
 * @param place Where they came from, for the error.
 * @throws {InputError} if tasks.json is missing, is not JSON or has a wrong field.
 */
export function readTasks(files: ReadonlyMap<string, string>, place: string): TaskFiles {
  const { content, faults } = parseFile(files, "tasks.json", tasksJson);
  if (content === undefined) {
    throw new InputError(`Cannot read a plan in ${place}: ${faults[0]?.message ?? "no tasks"}`);
  }
  return {
    tasks: content,
    features: parseFile(files, "features.json", featuresJson).content,
    coordinator: parseFile(files, "coordinator.json", coordinatorJson).content,
  };
}

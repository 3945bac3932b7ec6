import { tasksMetaJson } from "../../model/artifact/tasks-meta-json.ts";
import type { ArtifactFault } from "./artifact-set.ts";
import { parseFile } from "./parse-file.ts";

const inventory = ".tasks-meta.json";

/**
 * Holds the pages of a plan against its inventory: KS501 if one that it names is missing, KS504 if
 * its text is another. A plan without an inventory is of another maker and is let be; the JSON
 * files bear their own hashes.
 */
export function checkInventory(
  files: ReadonlyMap<string, string>,
  hash: (text: string) => string,
): readonly ArtifactFault[] {
  if (!files.has(inventory)) return [];
  const { content, faults } = parseFile(files, inventory, tasksMetaJson);
  if (content === undefined) return faults;
  return Object.entries(content.files).flatMap(([file, expected]): ArtifactFault[] => {
    const text = files.get(file);
    if (file.endsWith(".json")) return [];
    const mend = "undo the edit, or run 'tasks plan' again";
    if (text === undefined) {
      return [
        { code: "KS501", file, keys: [], message: `${file} is missing; run 'tasks plan' again` },
      ];
    }
    if (hash(text) === expected) return [];
    const message = `${file} is not as ${inventory} has it; ${mend}`;
    return [{ code: "KS504", file, keys: [], message }];
  });
}

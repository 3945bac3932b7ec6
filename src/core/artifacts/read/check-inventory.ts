import { tasksMetaJson } from "../../model/artifact/tasks-meta-json.ts";
import type { ArtifactFault } from "./artifact-set.ts";
import { parseFile } from "./parse-file.ts";

const inventory = ".tasks-meta.json";

/**
 * Holds the files of a plan against its inventory: KS501 if one that it names is missing, KS504 if
 * a page's text is another, or a JSON file bears another hash. A plan without an inventory is of
 * another maker and is let be.
 *
 * @param hashes The `contentHash` that each JSON file bears.
 */
export function checkInventory(
  files: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string | undefined>,
  hash: (text: string) => string,
): readonly ArtifactFault[] {
  if (!files.has(inventory)) return [];
  const { content, faults } = parseFile(files, inventory, tasksMetaJson);
  if (content === undefined) return faults;
  return Object.entries(content.files).flatMap(([file, expected]): ArtifactFault[] => {
    const text = files.get(file);
    if (text === undefined) {
      if (hashes.has(file)) return [];
      const message = `${file} is missing; run 'tasks plan' again`;
      return [{ code: "KS501", severity: "error", file, keys: [], message }];
    }
    const isJson = file.endsWith(".json");
    const actual = isJson ? hashes.get(file) : hash(text);
    if (actual === expected || actual === undefined) return [];
    const message = `${file} is not as ${inventory} has it; undo the edit, or run 'tasks plan' again`;
    const at = isJson ? { file: inventory, keys: ["files", file] } : { file, keys: [] };
    return [{ code: "KS504", severity: "error", ...at, message }];
  });
}

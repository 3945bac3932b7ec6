import type { TasksMetaJson } from "../../model/artifact/tasks-meta-json.ts";
import type { ArtifactFault } from "./artifact-set.ts";

const inventory = ".tasks-meta.json";
const pages = ["Plan.md", "Decisions.md"];

/**
 * Holds the files of a plan against its inventory: KS501 if one that it names is missing, KS504 if
 * a page's text is another, a JSON file bears another hash, or a file is not in it.
 *
 * @param hashes The `contentHash` that each JSON file bears.
 */
export function checkInventory(
  content: TasksMetaJson,
  files: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string | undefined>,
  hash: (text: string) => string,
): readonly ArtifactFault[] {
  const unlisted = [...hashes.keys(), ...pages].filter(
    (file) => files.has(file) && content.files[file] === undefined,
  );
  const message = (file: string) => `${file} is not in ${inventory}; run 'tasks plan' again`;
  return [
    ...unlisted.map(
      (file): ArtifactFault => ({
        code: "KS504",
        severity: "error",
        file: inventory,
        keys: ["files"],
        message: message(file),
      }),
    ),
    ...compareHashes(),
  ];

  function compareHashes(): readonly ArtifactFault[] {
    return Object.entries(content.files).flatMap(([file, expected]): ArtifactFault[] => {
      const text = files.get(file);
      if (text === undefined) {
        if (hashes.has(file)) return [];
        const message = `${file} is missing; run 'tasks plan' again`;
        const rests = [{ file: inventory, keys: ["files"] }];
        return [{ code: "KS501", severity: "error", file, keys: [], message, rests }];
      }
      const isJson = file.endsWith(".json");
      const right = isJson ? [hashes.get(file) ?? expected] : listHashes(text);
      if (right.includes(expected)) return [];
      const message = `${file} is not as ${inventory} has it; undo the edit, or run 'tasks plan' again`;
      const at = isJson ? { file: inventory, keys: ["files", file] } : { file, keys: [] };
      const rests = [{ file, keys: ["generated", "contentHash"] }];
      return [{ code: "KS504", severity: "error", ...at, message, rests }];
    });
  }

  /** Pipes and checkouts on Windows end lines in their own way. */
  function listHashes(text: string): readonly string[] {
    return [text, text.replaceAll("\r\n", "\n")].map(hash);
  }
}

import { readPlanFolder } from "../../adapters/disk/read-plan-folder.ts";
import { readStdin } from "../../adapters/process/read-stdin.ts";
import { InputError } from "../../core/errors.ts";
import { splitFiles } from "../../core/text/split-files.ts";
import { artifactNames } from "../../flows/validate-plan.ts";

/** A plan's files and where they came from. */
export interface PlanFiles {
  /** The folder; `-` for files that came in on standard input. */
  readonly place: string;
  /** Text by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads a plan's files from a folder, or with `-` from standard input, which holds either the
 * files after lines `---file:NAME`, or the path of a folder as `tasks plan` prints it.
 *
 * @throws {InputError} if there is nothing of the kind, a name has a folder in it, or a file comes twice.
 */
export async function readPlanFiles(path: string): Promise<PlanFiles> {
  if (path !== "-") return readFolder(path);
  const text = await readStdin();
  const parts = splitFiles(text);
  if (parts.length === 0) return readFolder(toFolder(text));
  const named = parts.map(([name, body]) => [name.replace(/^\.[\\/]/, ""), body] as const);
  const files = new Map(named);
  const strange = named.find(([name]) => name === "" || /[\\/]/.test(name));
  if (strange !== undefined) {
    throw new InputError(
      `Cannot read the plan on standard input: '${strange[0]}' is no name of a file; write the name alone, such as \`---file:tasks.json\``,
    );
  }
  const twice = named.find(
    ([name], index) => named.findIndex((other) => other[0] === name) < index,
  );
  if (twice !== undefined) {
    throw new InputError(
      `Cannot read the plan on standard input: ${twice[0]} comes twice; send one plan at a time`,
    );
  }
  return { place: path, files };
}

async function readFolder(path: string): Promise<PlanFiles> {
  const files = await readPlanFolder(path, artifactNames);
  if (files.size > 0) return { place: path, files };
  throw new InputError(
    `Cannot read a plan in ${path}: none of a plan's files is there; name the folder that \`tasks plan\` printed`,
  );
}

function toFolder(text: string): string {
  const [first = "", ...rest] = text.trim().split("\n");
  if (first !== "" && rest.length === 0) return first.trim();
  throw new InputError(
    first === ""
      ? "Cannot read a plan from standard input: nothing came in; see what the command before says"
      : "Cannot read a plan from standard input: it is neither a folder's path nor files after lines `---file:NAME`, as `tasks plan --stdout fenced` writes them",
  );
}

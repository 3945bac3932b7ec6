import { join } from "node:path";
import { readTextFile } from "../../adapters/disk/read-text-file.ts";
import { readGitFacts } from "../../adapters/process/read-git-facts.ts";
import { InputError } from "../../core/errors.ts";
import { configPath, type SpecSource } from "../../flows/compile-spec.ts";
import { compileTools } from "../wiring.ts";

/** What a command was given to plan. */
export interface SpecInput {
  readonly description: string | undefined;
  readonly planDoc: string | undefined;
}

/**
 * Reads the spec that a command names, and its repository's settings, from this machine. A
 * description has no file and so no time of its own. `root` is the folder that paths begin at.
 *
 * @throws {InputError} unless exactly one of description and file is given and can be read.
 */
export async function readSpecSource({
  description,
  planDoc,
}: SpecInput): Promise<Omit<SpecSource, "overrides" | "record"> & { readonly root: string }> {
  if ((description === undefined) === (planDoc === undefined)) {
    throw new InputError(
      "Cannot tell what to plan: give either a description or --plan-doc FILE, such as `tasks plan --plan-doc spec.md`",
    );
  }
  const git = await readGitFacts(planDoc ?? "description");
  const text = planDoc === undefined ? (description ?? "") : await readTextFile(planDoc);
  const path = planDoc === undefined ? "description" : git.path;
  return {
    root: git.root,
    path,
    files: [{ path, text, secrets: await compileTools.findSecrets(text) }],
    changedAt: git.changedAt ?? readSourceDateEpoch(),
    configText: await readTextFile(join(git.root, configPath)).catch(ignoreMissing),
  };
}

/** https://reproducible-builds.org/specs/source-date-epoch/ in milliseconds; 0 if it is not set. */
function readSourceDateEpoch(): number {
  const text = process.env.SOURCE_DATE_EPOCH ?? "";
  return /^\d+$/.test(text) ? Number(text) * 1000 : 0;
}

/** Settings are optional; any other fault with their file is not passed over. */
function ignoreMissing(error: unknown): undefined {
  const cause = error instanceof InputError ? error.cause : undefined;
  const isMissing =
    typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT";
  if (!isMissing) throw error;
}

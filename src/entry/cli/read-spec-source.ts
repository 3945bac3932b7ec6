import { existsSync } from "node:fs";
import { join } from "node:path";
import { isStream } from "../../adapters/disk/is-stream.ts";
import { listNames } from "../../adapters/disk/list-names.ts";
import { readTextFile } from "../../adapters/disk/read-text-file.ts";
import { readGitFacts } from "../../adapters/process/read-git-facts.ts";
import { readStdin } from "../../adapters/process/read-stdin.ts";
import { InputError } from "../../core/errors.ts";
import type { SpecSource } from "../../flows/compile-spec.ts";
import { readNamedSpec } from "../../flows/read-named-spec.ts";
import { compileTools } from "../wiring.ts";
import { ignoreMissing } from "./ignore-missing.ts";
import { readConfigText } from "./read-config-text.ts";

/** What a command was given to plan. */
export interface SpecInput {
  /** A path in its place is taken as one. */
  readonly description: string | undefined;
  /** Path of a file or folder, or `-` for standard input. */
  readonly planDoc: string | undefined;
}

/** A spec as it stands on this machine. */
export interface LocalSpec extends Omit<SpecSource, "overrides" | "record"> {
  /** The folder that paths begin at. */
  readonly root: string;
  /** The commit that is checked out; `undefined` where git knows none. */
  readonly head: string | undefined;
  /** Addresses of the work tree's remotes. */
  readonly remotes: readonly string[];
}

/**
 * Reads the spec that a command names, and its repository's settings, from this machine. A
 * description and standard input have no file and so no time of their own.
 *
 * @throws {InputError} unless one of description and file is given and can be read. Where both are, the file is the spec.
 */
export async function readSpecSource({ description, planDoc }: SpecInput): Promise<LocalSpec> {
  if (description === undefined && planDoc === undefined) {
    throw new InputError(
      "Cannot tell what to plan: give either a description or --plan-doc FILE, such as `tasks plan --plan-doc spec.md`",
    );
  }
  if ((planDoc ?? description)?.trim() === "") {
    throw new InputError(
      `Cannot plan ${planDoc === undefined ? "an empty description" : "--plan-doc without a path"}: say what is to be built, or name a file; in a script, look whether its variable is set`,
    );
  }
  const named = planDoc ?? (namesFile(description) ? description : undefined);
  const isPiped = named === "-" || (named !== undefined && (await isStream(named)));
  if (named !== undefined && !isPiped) return readFromDisk(named);
  const text = named === undefined ? (description ?? "") : await readPipe(named);
  const { root, head, remotes } = await readGitFacts("description");
  const path = isPiped ? "stdin" : "description";
  const files = [{ path, text, secrets: await compileTools.findSecrets(text) }];
  return {
    root,
    head,
    remotes,
    path,
    files,
    changedAt: readSourceDateEpoch(),
    configText: await readConfigText(root),
  };
}

async function readPipe(name: string): Promise<string> {
  return name === "-" ? readStdin() : readTextFile(name);
}

/** `tasks plan spec.md`: one word that is a file, or that ends as only files do. */
function namesFile(description: string | undefined): boolean {
  if (description === undefined || /\s/.test(description)) return false;
  return /\.(?:md|markdown|txt|json)$/i.test(description) || existsSync(description);
}

async function readFromDisk(planDoc: string): Promise<LocalSpec> {
  const { root, head, remotes, path: name } = await readGitFacts(planDoc);
  const readFile = (path: string) => readTextFile(join(root, path)).catch(ignoreMissing);
  const named = { path: name === "" ? "." : name, names: await listNames(planDoc), readFile };
  const { path, files } = await readNamedSpec(named, compileTools);
  const facts = await Promise.all(files.map((file) => readGitFacts(join(root, file.path))));
  const changedAt = Math.max(...facts.map((fact) => fact.changedAt ?? 0)) || readSourceDateEpoch();
  return { root, head, remotes, path, files, changedAt, configText: await readConfigText(root) };
}

/** https://reproducible-builds.org/specs/source-date-epoch/ in milliseconds; 0 if it is not set. */
function readSourceDateEpoch(): number {
  const text = process.env.SOURCE_DATE_EPOCH ?? "";
  return /^\d+$/.test(text) ? Number(text) * 1000 : 0;
}

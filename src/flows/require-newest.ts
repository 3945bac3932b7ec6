import { InputError } from "../core/errors.ts";
import type { CommitOrder, SourceReader } from "./ports.ts";

/** A work tree, and what was applied last. */
export interface WorkTreePlace {
  /** Of the spec. */
  readonly path: string;
  /** The commit that is checked out; `undefined` where git knows none. */
  readonly commit: string | undefined;
  /** The commit that the spec was applied at last; `undefined` if there is none, or it came from outside git. */
  readonly applied: string | undefined;
  /** The last commit of the default branch. */
  readonly headSha: string | undefined;
  /** Where `commit` stands seen from another, as far as this clone knows. */
  readonly readOrder: (base: string) => Promise<CommitOrder | undefined>;
}

/**
 * Makes sure that a work tree contains what was applied last, so that no newer plan is taken back. GitHub
 * compares the two; where one of them was not pushed the clone does. A commit that was applied from a branch and
 * is not on the default branch need not be contained.
 *
 * @returns What people should know, one line each: that the commit was not pushed.
 * @throws {InputError} if it lacks it.
 */
export async function requireNewest(
  { path, commit, applied, headSha, readOrder }: WorkTreePlace,
  source: Pick<SourceReader, "compareCommits">,
): Promise<readonly string[]> {
  if (commit === undefined || headSha === undefined) return [];
  const isPushed =
    commit === headSha || (await source.compareCommits(headSha, commit)) !== undefined;
  const notes = isPushed
    ? []
    : [`${shorten(commit)} was not pushed: nobody else can see what is applied; push it`];
  if (applied === undefined || applied === commit) return notes;
  const order =
    (isPushed ? await source.compareCommits(applied, commit) : undefined) ??
    (await readOrder(applied));
  if (order === "ahead" || order === "identical") return notes;
  if (order !== "behind" && !(await isContained(applied, headSha, source))) return notes;
  const state = isPushed ? "" : ", which was not pushed";
  throw new InputError(
    `Cannot apply ${path}: this work tree is at ${shorten(commit)}${state}, and lacks ${shorten(applied)}, which was applied already; run \`git pull\`, then apply again`,
  );
}

async function isContained(
  applied: string,
  headSha: string,
  source: Pick<SourceReader, "compareCommits">,
): Promise<boolean> {
  const order = await source.compareCommits(applied, headSha);
  return order === "ahead" || order === "identical";
}

function shorten(sha: string): string {
  return sha.slice(0, 7);
}

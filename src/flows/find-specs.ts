import { configPath } from "./compile-spec.ts";
import type { ChangedFile, SourceReader } from "./ports.ts";
import { type ChangedSpec, selectSpecs } from "./select-specs.ts";

/**
 * The specs to plan among changed files: all of the repository where what changed is unknown, or
 * the settings, by which every plan is made, are among it. A `spec.md` that has a `tasks.md` beside it, which is a
 * spec by the same globs, is the prose that the tasks were made from: it is left out.
 */
export async function findSpecs(
  changed: readonly ChangedFile[] | undefined,
  globs: readonly string[],
  source: Pick<SourceReader, "readFile" | "listFiles">,
  ref: string,
): Promise<readonly ChangedSpec[]> {
  const found: ChangedSpec[] = [];
  const hasNewSettings = changed?.some(({ path }) => path === configPath) ?? true;
  for (const spec of selectSpecs(hasNewSettings ? await listAll() : (changed ?? []), globs)) {
    if (!(await isProse(spec.path))) found.push(spec);
  }
  return found;

  /** Every file, with what is known of its change. */
  async function listAll(): Promise<readonly ChangedFile[]> {
    const known = new Map(changed?.map((file) => [file.path, file]));
    const paths = await source.listFiles(ref);
    return paths.map((path) => known.get(path) ?? toFile(path));
  }

  async function isProse(path: string): Promise<boolean> {
    if (!/(^|\/)spec\.md$/.test(path)) return false;
    const tasks = path.replace(/spec\.md$/, "tasks.md");
    const [sibling] = selectSpecs(
      [{ path: tasks, status: "modified", previousPath: undefined }],
      globs,
    );
    return sibling !== undefined && (await source.readFile(tasks, ref)) !== undefined;
  }
}

function toFile(path: string): ChangedFile {
  return { path, status: "modified", previousPath: undefined };
}

import { chooseSpec, companions } from "../core/spec/files/choose-spec.ts";
import { matchGlob } from "../core/text/match-glob.ts";
import type { ChangedFile, SourceReader } from "./ports.ts";

/** A spec that is there after a change. */
export interface ChangedSpec {
  readonly path: string;
  /** Its path before, if it was renamed. */
  readonly previousPath: string | undefined;
  /** Paths of the files to read it from, in reading order; one that does not exist is left out. */
  readonly files: readonly string[];
}

/** Files that tell of the folder they stand in: a glob such as `specs/*.md` means those beside them. */
const guides = /^(?:readme|index|changelog|contributing)\.md$/i;

/** Where specs and settings stand in a repository. */
export interface SpecPlaces {
  /** Globs of the spec files; one that ends with a slash names folders. */
  readonly specGlobs: readonly string[];
  readonly configPath: string;
}

/**
 * The specs to plan among changed files, sorted by path: all of the repository where what changed is
 * unknown, or the settings, by which every plan is made, are among it. The prose beside a `tasks.md`
 * that is a spec belongs to it: a change of either is a change of that one spec. A glob that ends
 * with a slash names folders, each of which is read as one spec.
 *
 * A spec that was removed is left out: its issues stay as they are until people close them.
 */
export async function findSpecs(
  changed: readonly ChangedFile[] | undefined,
  { specGlobs: globs, configPath }: SpecPlaces,
  source: Pick<SourceReader, "readFile" | "listFiles">,
  ref: string,
): Promise<readonly ChangedSpec[]> {
  const isSpec = matchGlob(globs.filter((glob) => !glob.endsWith("/")));
  const isFolder = matchGlob(globs.filter((glob) => glob.endsWith("/")));
  const hasNewSettings = changed?.some(({ path }) => path === configPath) ?? true;
  let listed: ReadonlySet<string> | undefined;

  const found = new Map<string, ChangedSpec>();
  for (const file of hasNewSettings ? await listAll() : (changed ?? [])) {
    const spec = await recognise(file);
    if (spec !== undefined && !found.get(spec.path)?.previousPath) found.set(spec.path, spec);
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));

  async function recognise(file: ChangedFile): Promise<ChangedSpec | undefined> {
    const { path, previousPath, status } = file;
    const [, folder = "", name = ""] = /^(.*?)([^/]*)$/.exec(path) ?? [];
    if (folder !== "" && isFolder(folder) !== undefined) {
      const names = [...(await listOnce())]
        .filter((each) => each.startsWith(folder) && !each.includes("/", folder.length))
        .map((each) => each.slice(folder.length));
      const choice = chooseSpec(folder.slice(0, -1), names);
      return choice && { ...choice, previousPath: path === choice.path ? previousPath : undefined };
    }
    const tasks = `${folder}tasks.md`;
    if (companions.includes(name) && isSpec(tasks) !== undefined && (await hasFile(tasks)))
      return toSpec(tasks, undefined);
    if (status === "removed" || isSpec(path) === undefined) return undefined;
    if (guides.test(name) && !globs.includes(path)) return undefined;
    return toSpec(path, previousPath);
  }

  /** Every file, with what is known of its change. */
  async function listAll(): Promise<readonly ChangedFile[]> {
    const known = new Map(changed?.map((file) => [file.path, file]));
    return [...(await listOnce())].map((path) => known.get(path) ?? toFile(path));
  }

  async function listOnce(): Promise<ReadonlySet<string>> {
    listed ??= new Set(await source.listFiles(ref));
    return listed;
  }

  async function hasFile(path: string): Promise<boolean> {
    return listed?.has(path) ?? (await source.readFile(path, ref)) !== undefined;
  }
}

function toSpec(path: string, previousPath: string | undefined): ChangedSpec {
  return { path, previousPath, files: chooseSpec(path)?.files ?? [path] };
}

function toFile(path: string): ChangedFile {
  return { path, status: "modified", previousPath: undefined };
}

import { compareNaturally } from "../../text/compare-naturally.ts";

/** The files that make one spec. */
export interface SpecChoice {
  /** What the spec is known by: a file's path, or a folder's where no single file stands for it. */
  readonly path: string;
  /** Paths of the files to read, in reading order; one that does not exist is left out. */
  readonly files: readonly string[];
}

/** What a `tasks.md` is read with where it stands beside it, in this order: spec-kit and Kiro. */
export const companions: readonly string[] = ["spec.md", "requirements.md", "plan.md", "design.md"];

/** Files that stand for their folder, the likeliest first. */
const anchors = ["tasks.md", "tasks.json", "spec.md"];
/** Files of such a folder that hold no tasks. */
const asides = /^(?:readme|index|.*-mapping|.*-analysis)\.md$/i;

/**
 * Which files make the spec that a path names. A `tasks.md` is read with the prose beside it that it
 * was made from; any other file is a spec by itself. A folder is its `tasks.md`, `tasks.json` or
 * `spec.md`; else all its Markdown files together, the epic first, then by number and name.
 *
 * @param names Names of the files in it, where the path is that of a folder.
 * @returns `undefined` for a folder without anything to read.
 */
export function chooseSpec(path: string, names?: readonly string[]): SpecChoice | undefined {
  if (names === undefined) return { path, files: withCompanions(path) };
  const inside = (name: string) => (path === "" || path === "." ? name : `${path}/${name}`);
  const anchor = anchors.find((each) => names.includes(each));
  if (anchor !== undefined) return { path: inside(anchor), files: withCompanions(inside(anchor)) };
  const parts = names.filter((name) => /\.md$/i.test(name) && !asides.test(name));
  if (parts.length === 0) return undefined;
  return { path, files: parts.toSorted(compareParts).map(inside) };
}

function withCompanions(path: string): readonly string[] {
  const [isTaskList, folder = ""] = /^(.*\/)?tasks\.md$/.exec(path) ?? [];
  return isTaskList === undefined ? [path] : [...companions.map((name) => folder + name), path];
}

function compareParts(a: string, b: string): number {
  const isEpic = (name: string) => Number(/^epic\.md$/i.test(name));
  return isEpic(b) - isEpic(a) || compareNaturally(a, b);
}

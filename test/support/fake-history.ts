import { GitHubError } from "../../src/core/errors.ts";
import type {
  ChangedFile,
  CommitOrder,
  RepositoryFacts,
  SourceReader,
} from "../../src/flows/ports.ts";

type Files = ReadonlyMap<string, string>;

/** Texts by path; `undefined` deletes a file. */
export type FileChanges = Readonly<Record<string, string | undefined>>;

interface Commit {
  readonly sha: string;
  readonly parent: Commit | undefined;
  readonly files: Files;
  readonly at: number;
}

const firstCommitAt = Date.UTC(2026, 0, 1);
const minuteMs = 60_000;

/** Commits, the default branch and pull requests of a fake GitHub. Commits are a minute apart. */
export class FakeHistory implements SourceReader {
  readonly #facts: Omit<RepositoryFacts, "headSha">;
  readonly #nextNumber: () => number;
  readonly #commits = new Map<string, Commit>();
  readonly #pulls = new Map<number, Commit>();
  #main: Commit | undefined;

  constructor(facts: Omit<RepositoryFacts, "headSha">, nextNumber: () => number) {
    this.#facts = facts;
    this.#nextNumber = nextNumber;
  }

  /** Somebody commits to the default branch. */
  commit(changes: FileChanges): string {
    this.#main = this.#addCommit(changes);
    return this.#main.sha;
  }

  /** Somebody opens a pull request with one commit on top of the default branch. */
  openPull(changes: FileChanges): { readonly number: number; readonly head: string } {
    const number = this.#nextNumber();
    const head = this.#addCommit(changes);
    this.#pulls.set(number, head);
    return { number, head: head.sha };
  }

  async readRepository(): Promise<RepositoryFacts> {
    return { ...this.#facts, headSha: this.#main?.sha };
  }

  async readFile(path: string, ref: string): Promise<string | undefined> {
    return this.#resolve(ref)?.files.get(path);
  }

  async listFiles(ref: string): Promise<readonly string[]> {
    return [...this.#require(ref).files.keys()].sort();
  }

  async readChangedAt(path: string, ref: string): Promise<number | undefined> {
    const commits = withAncestors(this.#require(ref));
    return commits.find((commit) => commit.files.get(path) !== commit.parent?.files.get(path))?.at;
  }

  async compareCommits(base: string, head: string): Promise<CommitOrder | undefined> {
    const [old, now] = [this.#commits.get(base), this.#commits.get(head)];
    if (old === undefined || now === undefined) return undefined;
    if (old === now) return "identical";
    if (withAncestors(now).includes(old)) return "ahead";
    return withAncestors(old).includes(now) ? "behind" : "diverged";
  }

  async listChangedFiles(base: string, head: string): Promise<readonly ChangedFile[] | undefined> {
    const old = this.#commits.get(base);
    const now = this.#require(head);
    if (old === undefined || !withAncestors(now).includes(old)) return undefined;
    return diffFiles(old.files, now.files);
  }

  async listPullRequestFiles(number: number): Promise<readonly ChangedFile[]> {
    const head = this.#pulls.get(number);
    if (head === undefined) throw notFound(`pull request #${number}`);
    return diffFiles(head.parent?.files ?? new Map(), head.files);
  }

  #addCommit(changes: FileChanges): Commit {
    const files = new Map(this.#main?.files);
    for (const [path, text] of Object.entries(changes)) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    }
    const count = this.#commits.size + 1;
    const sha = count.toString(16).padStart(40, "c");
    const commit = { sha, parent: this.#main, files, at: firstCommitAt + count * minuteMs };
    this.#commits.set(sha, commit);
    return commit;
  }

  #resolve(ref: string): Commit | undefined {
    return ref === this.#facts.defaultBranch ? this.#main : this.#commits.get(ref);
  }

  #require(ref: string): Commit {
    const commit = this.#resolve(ref);
    if (commit === undefined) throw notFound(`commit ${ref}`);
    return commit;
  }
}

/** The commit, its parent and so on. */
function withAncestors(commit: Commit): readonly Commit[] {
  const line: Commit[] = [];
  for (let at: Commit | undefined = commit; at !== undefined; at = at.parent) line.push(at);
  return line;
}

/** By path; a file that left with the text of one that came counts as renamed. */
function diffFiles(old: Files, now: Files): readonly ChangedFile[] {
  const gone = new Map([...old].filter(([path]) => !now.has(path)));
  const changed: ChangedFile[] = [];
  for (const [path, text] of now) {
    if (old.get(path) === text) continue;
    const previousPath = [...gone].find(([, oldText]) => oldText === text)?.[0];
    if (old.has(path)) changed.push({ path, status: "modified", previousPath: undefined });
    else if (previousPath === undefined) changed.push({ path, status: "added", previousPath });
    else {
      gone.delete(previousPath);
      changed.push({ path, status: "renamed", previousPath });
    }
  }
  for (const path of gone.keys())
    changed.push({ path, status: "removed", previousPath: undefined });
  return changed.sort((left, right) => (left.path < right.path ? -1 : 1));
}

function notFound(what: string): GitHubError {
  return new GitHubError("fix-access", 404, `Cannot read ${what}: GitHub answered 404`);
}

import { GitHubError } from "../../src/core/errors.ts";
import type { BranchFiles, PlanBranch } from "../../src/flows/ports.ts";
import type { FakeWrites } from "./fake-writes.ts";

/** The branch `keysteps` of a fake GitHub. */
export class FakePlanBranch implements PlanBranch {
  readonly #writes: FakeWrites;
  readonly #files = new Map<string, string>();
  /** Messages of the commits, first to last. */
  readonly messages: string[] = [];
  readonly #versions = new Map<string, string[]>();

  constructor(writes: FakeWrites) {
    this.#writes = writes;
  }

  async readFiles(folder: string, names?: readonly string[]): Promise<BranchFiles> {
    const files = [...this.#files].filter(
      ([path]) =>
        path.startsWith(`${folder}/`) && (names?.includes(path.split("/").at(-1) ?? "") ?? true),
    );
    const hasText = (path: string, text: string) => this.#files.get(path) === text;
    return { head: this.#head(), files: new Map(files), hasText };
  }

  async *readVersions(path: string): AsyncGenerator<string> {
    yield* (this.#versions.get(path) ?? []).toReversed();
  }

  async commitFiles(
    expectedHead: string | undefined,
    files: ReadonlyMap<string, string | undefined>,
    message: string,
  ): Promise<string> {
    return this.#writes.do(`commit ${files.size} files to branch keysteps`, () => {
      if (expectedHead !== this.#head()) throw movedOn();
      this.commit(files, message);
      return this.#head() ?? "";
    });
  }

  /** Another run commits. */
  commit(files: ReadonlyMap<string, string | undefined>, message = "another run"): void {
    for (const [path, text] of files) {
      if (text === undefined) this.#files.delete(path);
      else {
        if (this.#files.get(path) !== text)
          this.#versions.set(path, [...(this.#versions.get(path) ?? []), text]);
        this.#files.set(path, text);
      }
    }
    this.messages.push(message);
  }

  #head(): string | undefined {
    const count = this.messages.length;
    return count === 0 ? undefined : count.toString(16).padStart(40, "b");
  }
}

function movedOn(): GitHubError {
  const message = "Cannot commit to branch keysteps: another run has moved it on; run it again";
  return new GitHubError("try-later", 422, message);
}

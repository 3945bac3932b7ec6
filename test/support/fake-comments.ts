import { GitHubError } from "../../src/core/errors.ts";
import type { CommentStore, PullComment } from "../../src/flows/ports.ts";
import type { FakeWrites } from "./fake-writes.ts";

/** The comments of a fake GitHub's pull requests. */
export class FakeComments implements CommentStore {
  readonly #writes: FakeWrites;
  readonly #login: string;
  readonly #comments: (PullComment & { readonly pullNumber: number })[] = [];

  constructor(writes: FakeWrites, login: string) {
    this.#writes = writes;
    this.#login = login;
  }

  async listComments(pullNumber: number): Promise<readonly PullComment[]> {
    return this.#comments
      .filter((comment) => comment.pullNumber === pullNumber)
      .map(({ id, body, authorLogin }) => ({ id, body, authorLogin }));
  }

  async createComment(pullNumber: number, body: string): Promise<void> {
    this.#writes.do(`comment on #${pullNumber}`, () => this.say(this.#login, pullNumber, body));
  }

  async updateComment(id: number, body: string): Promise<void> {
    this.#writes.do(`update comment ${id}`, () => {
      const index = this.#comments.findIndex((comment) => comment.id === id);
      const old = this.#comments[index];
      if (old === undefined) {
        throw new GitHubError(
          "fix-access",
          404,
          `Cannot update comment ${id}: GitHub answered 404`,
        );
      }
      this.#comments[index] = { ...old, body };
    });
  }

  /** Somebody comments. */
  say(authorLogin: string, pullNumber: number, body: string): void {
    const id = 5_000 + this.#comments.length;
    this.#comments.push({ id, body, authorLogin, pullNumber });
  }
}

import { noPace } from "../../src/adapters/system/no-pace.ts";
import type { RepositoryFacts } from "../../src/flows/ports.ts";
import { FakeComments } from "./fake-comments.ts";
import { FakeHistory } from "./fake-history.ts";
import { FakeIssues } from "./fake-issues.ts";
import { FakePlanBranch } from "./fake-plan-branch.ts";
import { FakeWrites, type Refusal } from "./fake-writes.ts";
import { noBoards } from "./no-boards.ts";
import { noFields } from "./no-fields.ts";

/** What a fake GitHub is like where a test cares. */
export interface FakeGitHubOptions extends Partial<RepositoryFacts> {
  /** Who we are. */
  readonly login?: string;
}

/**
 * A GitHub in memory with one repository, a part for each port, held to the real adapters by the
 * suites in `test/contract`.
 *
 * Methods of the ports are our own doings: each write is logged and may be refused. All other
 * methods of the parts are what people and other runs do.
 */
export class FakeGitHub {
  readonly source: FakeHistory;
  /** Reads and writes issues: takes the place of both ports. */
  readonly issues: FakeIssues;
  readonly branch: FakePlanBranch;
  readonly comments: FakeComments;
  readonly #writes = new FakeWrites();
  #lastNumber = 0;
  #runs = 0;
  /** Its clock, epoch milliseconds. */
  now = Date.UTC(2026, 0, 1);

  constructor({ login = "github-actions[bot]", ...facts }: FakeGitHubOptions = {}) {
    const nextNumber = () => ++this.#lastNumber;
    this.source = new FakeHistory({ ...usualFacts, login, ...facts }, nextNumber);
    this.issues = new FakeIssues(this.#writes, login, { nextNumber, now: () => this.now });
    this.branch = new FakePlanBranch(this.#writes);
    this.comments = new FakeComments(this.#writes, login);
  }

  /** The parts by the names that flows give their ports, for a new run an hour after the last; nothing waits. */
  get ports() {
    this.now += 3_600_000;
    const run = { id: `run ${++this.#runs}`, now: () => this.now };
    const { source, issues, branch, comments } = this;
    const none = { boards: noBoards, fields: noFields, pace: noPace };
    return { source, issues, writer: issues, branch, comments, run, ...none };
  }

  /** One line for each write that took effect so far. */
  get writes(): readonly string[] {
    return [...this.#writes.log];
  }

  /** Lets that many writes through and refuses all after them, until `recover`. */
  refuse(refusal: Refusal): void {
    this.#writes.refuse(refusal);
  }

  recover(): void {
    this.#writes.recover();
  }
}

const usualFacts: Omit<RepositoryFacts, "login" | "headSha"> = {
  owner: "octo",
  name: "shop",
  defaultBranch: "main",
  hasIssues: true,
  isArchived: false,
  webUrl: "https://github.com/octo/shop",
  mayPush: true,
};

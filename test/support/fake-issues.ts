import { GitHubError } from "../../src/core/errors.ts";
import type {
  DatedIssue,
  Label,
  Observation,
  ObservedIssue,
  OpenIssue,
} from "../../src/core/model/issue.ts";
import type { IssueChanges } from "../../src/core/model/patch.ts";
import type { IssueRef } from "../../src/core/model/record.ts";
import type { CreatedIssue, IssueReader, IssueWriter } from "../../src/flows/ports.ts";
import type { FakeWrites } from "./fake-writes.ts";

type Draft = { -readonly [Key in keyof ObservedIssue]: ObservedIssue[Key] };
type NewIssue = Parameters<IssueWriter["createIssue"]>[0];

/** What a person changes on an issue. */
export interface HumanEdit extends Omit<IssueChanges, "stateReason"> {
  readonly stateReason?: NonNullable<ObservedIssue["stateReason"]>;
  readonly assignees?: readonly string[];
  readonly labels?: readonly string[];
}

const mostBlockers = 50;
const mostSubIssues = 100;
const longestBody = 65_536;

/** Issues, labels and links of a fake GitHub, and what people do to them. */
export class FakeIssues implements IssueReader, IssueWriter {
  readonly #writes: FakeWrites;
  readonly #login: string;
  readonly #nextNumber: () => number;
  readonly #issues = new Map<number, Draft>();
  readonly #createdAt = new Map<number, number>();
  readonly #now: () => number;
  readonly #labels = new Map<string, Label>();

  constructor(
    writes: FakeWrites,
    login: string,
    { nextNumber, now }: { readonly nextNumber: () => number; readonly now: () => number },
  ) {
    this.#writes = writes;
    this.#login = login;
    this.#nextNumber = nextNumber;
    this.#now = now;
  }

  /** All issues as they are now, by number. */
  all(): readonly ObservedIssue[] {
    return [...this.#issues.values()].map((issue) => ({
      ...copy(issue),
      childCount: this.#countChildren(issue),
    }));
  }

  async listIssuesBy(logins: readonly string[], above: number): Promise<readonly DatedIssue[]> {
    return this.all()
      .filter(({ authorLogin, number }) => logins.includes(authorLogin) && number > above)
      .map(({ number, nodeId, databaseId, body, authorLogin }) => ({
        ...{ number, nodeId, databaseId, body, authorLogin },
        createdAt: this.#createdAt.get(number) ?? 0,
      }))
      .toReversed();
  }

  async listOpenIssues(): Promise<readonly OpenIssue[]> {
    return this.all()
      .filter(({ state }) => state === "open")
      .map(({ number, nodeId, databaseId, body, authorLogin, title }) => ({
        ...{ number, nodeId, databaseId, body, authorLogin, title },
        isByMember: authorLogin === "octo",
      }))
      .toReversed();
  }

  async observe(refs: readonly IssueRef[]): Promise<Observation> {
    const wanted = new Set(refs.map(({ nodeId }) => nodeId));
    const issues = this.all().filter(({ nodeId }) => wanted.has(nodeId));
    return { issues, labels: [...this.#labels.values()], hasFamilies: true };
  }

  async createLabel(label: Label): Promise<void> {
    this.#writes.do(`create label "${label.name}"`, () => this.define(label));
  }

  async createIssue(issue: NewIssue): Promise<CreatedIssue> {
    return this.#writes.do(`create issue "${issue.title}"`, () => {
      const { parent } = issue;
      if (parent !== undefined) this.#refuseFull(parent.number);
      const ref = this.open(this.#login, issue);
      if (parent !== undefined) this.adopt(ref.number, parent.number);
      return { ...ref, hasParent: parent !== undefined };
    });
  }

  async setParent(child: IssueRef, parent: IssueRef, isMoved: boolean): Promise<void> {
    this.#writes.do(`put #${child.number} below #${parent.number}`, () => {
      if (this.#find(child.number).parent !== null && !isMoved) return;
      this.adopt(child.number, parent.number);
    });
  }

  async updateIssue(number: number, changes: IssueChanges): Promise<void> {
    this.#writes.do(`update issue #${number}`, () => this.edit(number, changes, this.#login));
  }

  async addLabels(number: number, labels: readonly string[]): Promise<void> {
    this.#writes.do(`add ${labels.join(", ")} to #${number}`, () => this.#label(number, labels));
  }

  async removeLabel(number: number, label: string): Promise<void> {
    this.#writes.do(`remove ${label} from #${number}`, () => {
      const issue = this.#find(number);
      issue.labels = issue.labels.filter((name) => !isSame(name, label));
    });
  }

  async addLink(blocked: IssueRef, blocking: IssueRef): Promise<void> {
    this.#writes.do(`link #${blocked.number} as blocked by #${blocking.number}`, () =>
      this.link(blocked.number, blocking.number),
    );
  }

  async removeLink(blocked: IssueRef, blocking: IssueRef): Promise<void> {
    this.#writes.do(`unlink #${blocked.number} from #${blocking.number}`, () =>
      this.unlink(blocked.number, blocking.number),
    );
  }

  /** Somebody opens an issue; labels that are not defined yet become so. */
  open(authorLogin: string, { title, body, labels, fields }: NewIssue): IssueRef {
    refuseLong(body);
    const number = this.#nextNumber();
    const ref = { number, nodeId: `I_${number}`, databaseId: 9_000_000 + number };
    const fresh = {
      ...ref,
      title,
      body,
      authorLogin,
      labels: [],
      blockedBy: [],
      pulls: [],
      assignees: [],
      parent: null,
      childCount: 0,
      milestone: fields?.milestone,
      type: fields?.type,
    };
    this.#createdAt.set(number, Math.floor(this.#now() / 1000) * 1000);
    this.#issues.set(number, {
      ...fresh,
      state: "open",
      stateReason: undefined,
      closedBy: undefined,
    });
    this.#label(number, labels);
    return ref;
  }

  /** Somebody edits an issue; if not said otherwise, a person. */
  edit(number: number, { labels, state, stateReason, ...texts }: HumanEdit, by = "mona"): void {
    refuseLong(texts.body ?? "");
    const issue = this.#find(number);
    Object.assign(issue, texts);
    if (labels !== undefined) issue.labels = [...labels];
    if (state === undefined) return;
    const usual = state === "closed" ? "completed" : "reopened";
    if (state !== issue.state) issue.stateReason = stateReason ?? usual;
    else if (stateReason !== undefined) issue.stateReason = stateReason;
    if (state !== issue.state) issue.closedBy = state === "closed" ? by : undefined;
    issue.state = state;
  }

  /** Somebody links two issues by hand. */
  link(blocked: number, blocking: number): void {
    if (blocked === blocking) throw invalid("Issue may not be blocked by itself");
    const issue = this.#find(blocked);
    const blockers = new Set(issue.blockedBy).add(this.#find(blocking).databaseId);
    if (blockers.size > mostBlockers) throw invalid("An issue has at most 50 blockers");
    issue.blockedBy = [...blockers];
  }

  /** Somebody takes a link away by hand. */
  unlink(blocked: number, blocking: number): void {
    const issue = this.#find(blocked);
    const { databaseId } = this.#find(blocking);
    issue.blockedBy = issue.blockedBy.filter((id) => id !== databaseId);
  }

  /** Somebody gives an issue a milestone or type, or takes them away. */
  mark(number: number, fields: Pick<ObservedIssue, "milestone" | "type">): void {
    Object.assign(this.#find(number), fields);
  }

  /** Somebody puts an issue below another, or takes it from its parent. */
  adopt(child: number, parent: number | undefined): void {
    if (parent !== undefined) this.#refuseFull(parent);
    const issue = this.#find(child);
    issue.parent = parent === undefined ? null : this.#find(parent).databaseId;
  }

  #refuseFull(parent: number): void {
    if (this.#countChildren(this.#find(parent)) < mostSubIssues) return;
    throw invalid("Parent cannot have more than 100 sub-issues");
  }

  #countChildren({ databaseId }: ObservedIssue): number {
    return [...this.#issues.values()].filter(({ parent }) => parent === databaseId).length;
  }

  /** Somebody deletes an issue, links to it included. */
  delete(number: number): void {
    const { databaseId } = this.#find(number);
    this.#issues.delete(number);
    for (const issue of this.#issues.values()) {
      issue.blockedBy = issue.blockedBy.filter((id) => id !== databaseId);
      if (issue.parent === databaseId) issue.parent = null;
    }
  }

  /** Somebody defines a label; one that is there already stays as it is. */
  define(label: Label): void {
    const key = label.name.toLowerCase();
    if (!this.#labels.has(key)) this.#labels.set(key, label);
  }

  #label(number: number, names: readonly string[]): void {
    const issue = this.#find(number);
    for (const name of names) {
      this.define({ name, color: "ededed", description: "" });
      if (!issue.labels.some((old) => isSame(old, name))) issue.labels = [...issue.labels, name];
    }
  }

  #find(number: number): Draft {
    const issue = this.#issues.get(number);
    if (issue === undefined) {
      throw new GitHubError("fix-access", 404, `Cannot find issue #${number}: GitHub answered 404`);
    }
    return issue;
  }
}

function copy(issue: ObservedIssue): ObservedIssue {
  return { ...issue, labels: [...issue.labels], blockedBy: [...issue.blockedBy] };
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function refuseLong(body: string): void {
  if (body.length > longestBody) {
    throw invalid("body is too long (maximum is 65536 characters)");
  }
}

function invalid(words: string): GitHubError {
  return new GitHubError("fix-input", 422, `Cannot write: GitHub answered 422 (${words})`);
}

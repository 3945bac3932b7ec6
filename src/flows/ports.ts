import type { Board, BoardField, BoardValue, BoardWish } from "../core/model/board.ts";
import type { CodeFacts, SourceFile } from "../core/model/codebase.ts";
import type {
  DatedIssue,
  IssueFields,
  Label,
  Observation,
  OpenIssue,
} from "../core/model/issue.ts";
import type { FieldValue, FieldValues, IssueField } from "../core/model/issue-field.ts";
import type { RunName } from "../core/model/lease.ts";
import type { IssueChanges } from "../core/model/patch.ts";
import type { IssueRef } from "../core/model/record.ts";

/** What a repository is and allows, read once a run. */
export interface RepositoryFacts {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly hasIssues: boolean;
  readonly isArchived: boolean;
  /** Address of the repository for people, without a trailing slash. */
  readonly webUrl: string;
  /** The last commit of the default branch; `undefined` in an empty repository. */
  readonly headSha: string | undefined;
  /** The login that writes as us. */
  readonly login: string;
  /** Whether that login may push, as far as GitHub tells: it does not tell bots. */
  readonly mayPush: boolean;
}

/** A file that differs between two commits. */
export interface ChangedFile {
  readonly path: string;
  readonly status: "added" | "modified" | "removed" | "renamed";
  readonly previousPath: string | undefined;
}

/** Where one commit stands seen from another. */
export type CommitOrder = "ahead" | "behind" | "identical" | "diverged";

/** Reads files and history through GitHub, at a commit; the workspace is never looked at. */
export interface SourceReader {
  readRepository(): Promise<RepositoryFacts>;
  /** The text at that path and commit, `undefined` if there is none. */
  readFile(path: string, ref: string): Promise<string | undefined>;
  /** All file paths at a commit. */
  listFiles(ref: string): Promise<readonly string[]>;
  /** Committer time of the last commit up to `ref` that changed the path, epoch milliseconds. */
  readChangedAt(path: string, ref: string): Promise<number | undefined>;
  /** Where `head` stands seen from `base`; `undefined` if one of them is unknown. */
  compareCommits(base: string, head: string): Promise<CommitOrder | undefined>;
  /** The files changed from `base` to `head`; `undefined` if `base` is unknown (first push, force-push). */
  listChangedFiles(base: string, head: string): Promise<readonly ChangedFile[] | undefined>;
  listPullRequestFiles(number: number): Promise<readonly ChangedFile[]>;
}

/** Reads what is on GitHub of issues. */
export interface IssueReader {
  /**
   * The issues above a number, open and closed, that one of the logins opened, newest first; pull requests
   * left out. It is complete, or an error: what is not in it is not there.
   */
  listIssuesBy(logins: readonly string[], above: number): Promise<readonly DatedIssue[]>;
  /** All open issues, whoever opened them; pull requests left out. */
  listOpenIssues(): Promise<readonly OpenIssue[]>;
  /** Those of the issues that were not deleted or moved to another repository, and all labels, or none if it is told so. */
  observe(refs: readonly IssueRef[], isWithLabels?: boolean): Promise<Observation>;
}

/** An issue as it was made. */
export interface CreatedIssue extends IssueRef {
  /** It is below the parent that was asked for; false where GitHub does not know of sub-issues. */
  readonly hasParent: boolean;
}

/** Boards (Projects v2) of the repository's owner. All that is written may be written twice without harm. */
export interface BoardStore {
  /** The board whole; `undefined` if there is none of that title. */
  readBoard(wish: BoardWish): Promise<Board | undefined>;
  createBoard(title: string): Promise<Board>;
  addField(boardId: string, name: string, kind: BoardField["kind"]): Promise<BoardField>;
  /** Gives the item's ID; an issue that is on the board already stays the item it is. */
  addItem(boardId: string, issue: IssueRef): Promise<string>;
  setValue(boardId: string, itemId: string, field: BoardField, value: BoardValue): Promise<void>;
}

/** The fields that the repository's organisation has for its issues, and their values. */
export interface FieldStore {
  listFields(): Promise<readonly IssueField[]>;
  readValues(number: number): Promise<FieldValues>;
  /** Leaves other values as they are; may be written twice without harm. */
  setValues(
    number: number,
    values: readonly { readonly field: IssueField; readonly value: FieldValue }[],
  ): Promise<void>;
}

/** Writes issues. Nothing here waits or tries again. */
export interface IssueWriter {
  createLabel(label: Label): Promise<void>;
  createIssue(issue: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
    /** What it is to be a sub-issue of. */
    readonly parent?: IssueRef | undefined;
    /** A milestone that is missing is made. */
    readonly fields?: IssueFields | undefined;
  }): Promise<CreatedIssue>;
  /** Makes an issue a sub-issue; one that is so already, and one that people put elsewhere meanwhile, is no fault. */
  setParent(child: IssueRef, parent: IssueRef, isMoved: boolean): Promise<void>;
  updateIssue(number: number, changes: IssueChanges): Promise<void>;
  /** Labels that the issue has already are no fault. */
  addLabels(number: number, labels: readonly string[]): Promise<void>;
  /** A label that is off already is no fault. */
  removeLabel(number: number, label: string): Promise<void>;
  /** A link that is there already is no fault. */
  addLink(blocked: IssueRef, blocking: IssueRef): Promise<void>;
  /** A link that is gone already is no fault. */
  removeLink(blocked: IssueRef, blocking: IssueRef): Promise<void>;
}

/** The files of a branch, and the commit they were read at. */
export interface BranchFiles {
  /** `undefined` if the branch does not exist. */
  readonly head: string | undefined;
  /** Text by repository-relative path, only below the folder and of the names asked for. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether a file below that folder has this very text, be it among `files` or not. */
  readonly hasText: (path: string, text: string) => boolean;
}

/** The branch `keysteps`, where applied plans are kept. */
export interface PlanBranch {
  /** The files below a folder; only those with one of these names, if any are given. */
  readFiles(folder: string, names?: readonly string[]): Promise<BranchFiles>;
  /** The texts that a file had, newest first, each read when it is asked for, a hundred at most; a text that was deleted is left out. */
  readVersions(path: string): AsyncIterable<string>;
  /**
   * Commits the files on top of `expectedHead` (creates the branch without history if that is `undefined`);
   * `undefined` as text deletes a file.
   *
   * @returns The new head.
   * @throws {GitHubError} with remedy `try-later` if the branch has moved on meanwhile.
   */
  commitFiles(
    expectedHead: string | undefined,
    files: ReadonlyMap<string, string | undefined>,
    message: string,
  ): Promise<string>;
}

/** A pull request as a list of them tells of it. */
export interface KnownPull {
  readonly number: number;
  readonly state: "open" | "closed" | "merged";
  readonly body: string;
}

/** Writes specs on branches that people work on. */
export interface SpecWriter {
  /** A file's text as it stands, byte order mark and line ends included; `undefined` if there is none. */
  readExact(path: string, ref: string): Promise<string | undefined>;
  /** The head of a branch; `undefined` if there is none of that name. */
  readHead(branch: string): Promise<string | undefined>;
  /**
   * Commits texts on top of a branch.
   *
   * @throws {GitHubError} with remedy `try-later` if the branch has moved on from `expectedHead`.
   */
  commit(
    change: {
      readonly branch: string;
      readonly expectedHead: string;
      readonly files: ReadonlyMap<string, string>;
    },
    message: string,
  ): Promise<void>;
  /** Makes a branch be one commit with these texts on top of `base`, whatever it was before, in one step. */
  replaceBranch(
    change: {
      readonly branch: string;
      readonly base: string;
      readonly files: ReadonlyMap<string, string>;
    },
    message: string,
  ): Promise<void>;
  /** The pull request from a branch of the repository to another: the open one, else the newest. */
  findPull(branch: string, base: string): Promise<KnownPull | undefined>;
  /** @returns Its number. */
  openPull(pull: {
    readonly branch: string;
    readonly base: string;
    readonly title: string;
    readonly body: string;
  }): Promise<number>;
  updatePull(
    number: number,
    changes: { readonly body?: string; readonly state?: "closed" },
  ): Promise<void>;
}

/** One comment on a pull request. */
export interface PullComment {
  readonly id: number;
  readonly body: string;
  readonly authorLogin: string;
}

/** A comment of an open pull request. */
export interface OpenComment extends PullComment {
  readonly pullNumber: number;
}

/** The comments of pull requests. */
export interface CommentStore {
  listComments(pullNumber: number): Promise<readonly PullComment[]>;
  createComment(pullNumber: number, body: string): Promise<void>;
  updateComment(id: number, body: string): Promise<void>;
}

/** `content` = creates an issue, comment, label or link, which GitHub counts apart. */
export type WriteKind = "content" | "edit";

/** Waits until the next write may be sent, so that GitHub's secondary limits are kept. */
export interface Pace {
  /** @param requests How many requests the write is; 1 if left out. */
  beforeWrite(kind: WriteKind, requests?: number): Promise<void>;
  /**
   * Waits that long after GitHub refused or lost a request, twice as long each time it does so again;
   * `false`, without waiting, where the run has waited enough.
   */
  afterRefusal(waitMs: number): Promise<boolean>;
}

/** This run, as it tells itself from others that work on the same plan. */
export interface ThisRun extends RunName {
  /** The time by GitHub's clock, as its last answer told it, epoch milliseconds. */
  readonly now: () => number;
}

/** Reads the code of a repository, ignored files left out. */
export interface CodeReader {
  /** All files, sorted, repository-relative with forward slashes. */
  readonly paths: readonly string[];
  /** A file's text; `undefined` if it is no file, too large or may not be read. */
  readText(path: string): Promise<string | undefined>;
  /** What the files say, in the order given, and which were left out. */
  parseSources(files: readonly SourceFile[]): Promise<Pick<CodeFacts, "sources" | "unread">>;
}

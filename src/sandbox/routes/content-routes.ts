import { findEntry, readBlob, readTree, resolveCommit } from "../git/read-object.ts";
import type { PathEntry } from "../git/tree-files.ts";
import type { Answer, RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { notFound, Refusal } from "../refusal.ts";
import { renderGitCommit } from "../render/render-commit.ts";
import { renderContent } from "../render/render-content.ts";
import { commitFiles } from "../state/commit-files.ts";
import { NO_SHA } from "../state/move-ref.ts";
import { checkRules } from "../state/required-checks.ts";
import { toSignature, wrapBase64 } from "./git-object-routes.ts";
import { getSender } from "./sender.ts";

/** Files over this many bytes come without content, unless asked for raw. */
const MAX_INLINE_BYTES = 1024 * 1024;

interface SentFile {
  readonly message: string;
  readonly content: string;
  readonly sha?: string;
  readonly branch?: string;
  readonly author?: { readonly name: string; readonly email: string; readonly date?: string };
  readonly committer?: { readonly name: string; readonly email: string; readonly date?: string };
}

/** Source: https://docs.github.com/en/rest/repos/contents */
export const contentRoutes: RepositoryRoutes = {
  "repos/get-content": (call) => {
    const { repository, parameters, query } = call;
    if (repository.git.refs.size === 0) throw new Refusal(404, "This repository is empty.");
    const revision = String(query.ref ?? repository.defaultBranch);
    const commit = resolveCommit(repository.git, revision);
    if (commit === undefined) {
      throw new Refusal(404, `No commit found for the ref ${revision}`);
    }
    const path = trimSlashes(parameters.path ?? "");
    const entry = findEntry(repository.git, commit.tree, path);
    if (entry === undefined) throw notFound();
    const found = { ...entry, path };
    return entry.mode === "040000"
      ? answerFolder(call, found, revision)
      : answerFile(call, found, revision);
  },
  "repos/create-or-update-file-contents": (call) => {
    const { world, repository } = call;
    const sent = call.body as SentFile;
    const path = trimSlashes(call.parameters.path ?? "");
    const { git, defaultBranch } = repository;
    const branch = sent.branch ?? defaultBranch;
    const tip = git.refs.get(`refs/heads/${branch}`);
    if (tip === undefined && git.refs.size > 0) {
      throw new Refusal(404, `Branch ${branch} not found`);
    }
    const before = findAt(repository.git, tip, path);
    checkSeenSha(path, before, sent.sha);
    checkRules(world, repository, { branch, sha: NO_SHA }, 409); // a new commit has no checks
    const { sender } = getSender(call);
    const author = toSignature(sent.author ?? sent.committer, {
      ...{ name: sender.name, email: sender.email, at: world.now() },
    });
    const committer = toSignature(sent.committer, author);
    const content = Buffer.from(sent.content, "base64");
    const { message } = sent;
    const files = { [path]: content };
    const sha = commitFiles(world, repository, {
      branch,
      files,
      message,
      sender,
      author,
      committer,
    });
    const commit = resolveCommit(git, sha);
    const after = findAt(git, sha, path);
    if (commit === undefined || after === undefined) throw notFound();
    const body = {
      content: renderContent(world, repository, { ...after, path }, branch),
      commit: renderGitCommit(world, repository, commit),
    };
    return { status: before === undefined ? 201 : 200, body };
  },
};

type Git = RepositoryCall["repository"]["git"];

function findAt(git: Git, sha: string | undefined, path: string) {
  const commit = sha === undefined ? undefined : resolveCommit(git, sha);
  return commit && findEntry(git, commit.tree, path);
}

function checkSeenSha(
  path: string,
  before: ReturnType<typeof findEntry>,
  sha: string | undefined,
): void {
  if (before === undefined) {
    if (sha !== undefined) throw new Refusal(409, `${path} does not match ${sha}`);
    return;
  }
  if (sha === undefined) throw new Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (before.sha !== sha) throw new Refusal(409, `${path} does not match ${sha}`);
}

function answerFolder(call: RepositoryCall, folder: PathEntry, revision: string): Answer {
  const { world, repository, accept } = call;
  if (accept.includes("object")) throw new Error("does not play folders as objects");
  const prefix = folder.path === "" ? "" : `${folder.path}/`;
  const { entries } = readTree(repository.git, folder.sha);
  const body = entries.map(({ name, mode, sha }) =>
    renderContent(world, repository, { path: `${prefix}${name}`, mode, sha }, revision),
  );
  return { status: 200, body };
}

function answerFile(call: RepositoryCall, file: PathEntry, revision: string): Answer {
  const { content } = readBlob(call.repository.git, file.sha);
  if (call.accept.includes("raw")) {
    return { status: 200, raw: { content, type: "application/vnd.github.raw; charset=utf-8" } };
  }
  const isInline = content.length <= MAX_INLINE_BYTES;
  const body = {
    ...renderContent(call.world, call.repository, file, revision),
    content: isInline ? wrapBase64(content) : "",
    encoding: isInline ? "base64" : "none",
  };
  return { status: 200, body };
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}

import type { Signature } from "../git/object-store.ts";
import { writeBlob, writeCommit } from "../git/write-object.ts";
import type { RepositoryRoutes } from "../http/route.ts";
import { notFound, Refusal } from "../refusal.ts";
import { renderGitCommit } from "../render/render-commit.ts";
import { repositoryUrl } from "../render/repository-url.ts";
import { checkNotEmpty } from "./git-ref-routes.ts";
import { getSender } from "./sender.ts";

interface SentSignature {
  readonly name: string;
  readonly email: string;
  readonly date?: string;
}

interface SentCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents?: readonly string[];
  readonly author?: SentSignature;
  readonly committer?: SentSignature;
}

/** Blobs and commits. Source: https://docs.github.com/en/rest/git */
export const gitObjectRoutes: RepositoryRoutes = {
  "git/create-blob": ({ world, repository, body }) => {
    checkNotEmpty(repository);
    const { content, encoding = "utf-8" } = body as { content: string; encoding?: string };
    const isBase64 = encoding === "base64";
    if (!isBase64 && encoding !== "utf-8") throw new Refusal(422, "encoding is not supported");
    const sha = writeBlob(repository.git, Buffer.from(content, isBase64 ? "base64" : "utf8"));
    return {
      status: 201,
      body: { sha, url: `${repositoryUrl(world, repository)}/git/blobs/${sha}` },
    };
  },
  "git/get-blob": ({ world, repository, parameters: { file_sha: sha = "" }, accept }) => {
    checkNotEmpty(repository);
    const blob = repository.git.objects.get(sha);
    if (blob?.type !== "blob") throw notFound();
    if (accept.includes("raw")) {
      return { status: 200, raw: { content: blob.content, type: "application/octet-stream" } };
    }
    const body = {
      sha,
      node_id: `B_${sha}`,
      size: blob.content.length,
      url: `${repositoryUrl(world, repository)}/git/blobs/${sha}`,
      content: wrapBase64(blob.content),
      encoding: "base64",
    };
    return { status: 200, body };
  },
  "git/create-commit": (call) => {
    const { world, repository } = call;
    const { message, tree, parents = [], author, committer } = call.body as SentCommit;
    const { git } = repository;
    checkNotEmpty(repository);
    if (git.objects.get(tree)?.type !== "tree") throw new Refusal(422, "Tree SHA does not exist");
    for (const parent of parents) {
      if (git.objects.get(parent)?.type === "commit") continue;
      throw new Refusal(422, "Parent SHA does not exist or is not a commit object");
    }
    const { name, email } = getSender(call).sender;
    const written = toSignature(author, { name, email, at: world.now() });
    const sha = writeCommit(git, {
      ...{ tree, parents, message, author: written },
      committer: toSignature(committer, written),
    });
    const commit = git.objects.get(sha);
    if (commit?.type !== "commit") throw notFound();
    return { status: 201, body: renderGitCommit(world, repository, commit) };
  },
  "git/get-commit": ({ world, repository, parameters: { commit_sha: sha = "" } }) => {
    checkNotEmpty(repository);
    const commit = repository.git.objects.get(sha);
    if (commit?.type !== "commit") throw notFound();
    return { status: 200, body: renderGitCommit(world, repository, commit) };
  },
};

/** Base64 in lines of 60, each ended, as GitHub sends it. */
export function wrapBase64(content: Buffer): string {
  return content.toString("base64").replace(/.{1,60}/g, "$&\n");
}

/** The sent person with the sent time, or the usual one. */
export function toSignature(sent: SentSignature | undefined, usual: Signature): Signature {
  if (sent === undefined) return usual;
  const at = sent.date === undefined ? usual.at : Date.parse(sent.date);
  return { name: sent.name, email: sent.email, at };
}

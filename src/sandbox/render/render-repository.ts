import type { Actor } from "../access/actor.ts";
import { judgeLevel } from "../access/judge-level.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { renderUser } from "./render-user.ts";
import { renderFullName, repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderNodeId, renderTime } from "./scalars.ts";

/** Addresses below a repository, by the name of their field. */
const PLACES: Readonly<Record<string, string>> = {
  archive_url: "{archive_format}{/ref}",
  assignees_url: "assignees{/user}",
  blobs_url: "git/blobs{/sha}",
  branches_url: "branches{/branch}",
  collaborators_url: "collaborators{/collaborator}",
  comments_url: "comments{/number}",
  commits_url: "commits{/sha}",
  compare_url: "compare/{base}...{head}",
  contents_url: "contents/{+path}",
  contributors_url: "contributors",
  deployments_url: "deployments",
  downloads_url: "downloads",
  events_url: "events",
  forks_url: "forks",
  git_commits_url: "git/commits{/sha}",
  git_refs_url: "git/refs{/sha}",
  git_tags_url: "git/tags{/sha}",
  hooks_url: "hooks",
  issue_comment_url: "issues/comments{/number}",
  issue_events_url: "issues/events{/number}",
  issues_url: "issues{/number}",
  keys_url: "keys{/key_id}",
  labels_url: "labels{/name}",
  languages_url: "languages",
  merges_url: "merges",
  milestones_url: "milestones{/number}",
  notifications_url: "notifications{?since,all,participating}",
  pulls_url: "pulls{/number}",
  releases_url: "releases{/id}",
  stargazers_url: "stargazers",
  statuses_url: "statuses/{sha}",
  subscribers_url: "subscribers",
  subscription_url: "subscription",
  tags_url: "tags",
  teams_url: "teams",
  trees_url: "git/trees{/sha}",
};

/** A repository as it stands inside other answers (`repository`, `minimal-repository`). */
export function renderRepository(world: World, repository: Repository) {
  const url = repositoryUrl(world, repository);
  const page = repositoryPage(world, repository);
  const places = Object.entries(PLACES).map(([field, place]) => [field, `${url}/${place}`]);
  const openCount = [...repository.issues.values()].filter(({ state }) => state === "open").length;
  return {
    id: repository.id,
    node_id: renderNodeId("R", repository.id),
    name: repository.name,
    full_name: renderFullName(repository),
    private: repository.isPrivate,
    visibility: repository.isPrivate ? "private" : "public",
    owner: renderUser(world, repository.owner),
    html_url: page,
    description: null,
    fork: repository.parent !== undefined,
    url,
    ...Object.fromEntries(places),
    git_url: `${page}.git`,
    ssh_url: `${page}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    size: 0,
    default_branch: repository.defaultBranch,
    ...{ has_issues: repository.hasIssues, has_projects: false, has_wiki: false },
    ...{ has_pages: false, has_downloads: false, has_discussions: false },
    archived: repository.isArchived,
    disabled: false,
    is_template: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    created_at: renderTime(repository.createdAt),
    updated_at: renderTime(repository.pushedAt),
    pushed_at: renderTime(repository.pushedAt),
    ...{ forks: 0, forks_count: 0, watchers: 0, watchers_count: 0, stargazers_count: 0 },
    ...{ open_issues: openCount, open_issues_count: openCount },
  };
}

/** A repository as `GET /repos/{owner}/{repo}` gives it, with what the caller may do. */
export function renderFullRepository(world: World, repository: Repository, actor: Actor) {
  const level = judgeLevel(actor, repository);
  const canPush = level === "write" || level === "admin";
  const isAdmin = level === "admin";
  return {
    ...renderRepository(world, repository),
    ...{ network_count: 0, subscribers_count: 0 },
    ...(repository.parent && { parent: renderRepository(world, repository.parent) }),
    ...(repository.parent && { source: renderRepository(world, repository.parent) }),
    ...{ allow_merge_commit: true, allow_squash_merge: true, allow_rebase_merge: false },
    ...{ allow_auto_merge: false, delete_branch_on_merge: false },
    permissions: {
      ...{ admin: isAdmin, maintain: isAdmin, push: canPush, triage: canPush },
      pull: level !== "none",
    },
  };
}

import { readCommit } from "../git/read-object.ts";
import { paginate } from "../http/paginate.ts";
import type { RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { Refusal } from "../refusal.ts";
import { renderCommit } from "../render/render-commit.ts";
import { renderFullName, repositoryPage, repositoryUrl } from "../render/repository-url.ts";
import { renderPath } from "../render/scalars.ts";
import type { Repository, RequiredCheck } from "../state/records.ts";

/** Source: https://docs.github.com/en/rest/branches/branches */
export const branchRoutes: RepositoryRoutes = {
  "repos/list-branches": (call) => {
    const names = listBranches(call).filter((name) =>
      [undefined, isProtected(call.repository, name)].includes(call.query.protected as never),
    );
    return paginate(call, names, (name) => renderBranch(call, name));
  },
  "repos/get-branch": (call) => {
    const { world, repository, parameters } = call;
    const name = parameters.branch ?? "";
    const sha = repository.git.refs.get(`refs/heads/${name}`);
    if (sha === undefined) throw new Refusal(404, "Branch not found");
    const branch = renderBranch(call, name);
    const self = `${repositoryUrl(world, repository)}/branches/${renderPath(name)}`;
    const body = {
      ...branch,
      commit: renderCommit(world, repository, readCommit(repository.git, sha)),
      protection: { enabled: branch.protected },
      protection_url: `${self}/protection`,
      _links: { self, html: `${repositoryPage(world, repository)}/tree/${renderPath(name)}` },
    };
    return { status: 200, body };
  },
  "repos/get-branch-rules": (call) =>
    paginate(call, listRules(call), (checks) => renderRule(call.repository, checks)),
};

function isProtected({ requiredChecks }: Repository, name: string): boolean {
  return requiredChecks.has(name);
}

function listRules({ repository, parameters }: RepositoryCall): (readonly RequiredCheck[])[] {
  const checks = repository.requiredChecks.get(parameters.branch ?? "");
  return checks === undefined ? [] : [checks];
}

function renderRule(repository: Repository, checks: readonly RequiredCheck[]) {
  return {
    type: "required_status_checks",
    parameters: {
      strict_required_status_checks_policy: false,
      do_not_enforce_on_create: false,
      required_status_checks: checks.map(({ context, appId }) => ({
        context,
        ...(appId !== undefined && { integration_id: appId }),
      })),
    },
    ruleset_source_type: "Repository",
    ruleset_source: renderFullName(repository),
    ruleset_id: repository.id,
  };
}

function listBranches({ repository }: RepositoryCall): string[] {
  const refs = [...repository.git.refs.keys()].filter((ref) => ref.startsWith("refs/heads/"));
  return refs.map((ref) => ref.slice("refs/heads/".length)).toSorted();
}

function renderBranch({ world, repository }: RepositoryCall, name: string) {
  const sha = repository.git.refs.get(`refs/heads/${name}`) ?? "";
  const url = `${repositoryUrl(world, repository)}/commits/${sha}`;
  return { name, commit: { sha, url }, protected: isProtected(repository, name) };
}

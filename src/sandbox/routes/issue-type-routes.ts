import type { RepositoryRoutes, Routes } from "../http/route.ts";
import { notFound } from "../refusal.ts";
import { renderIssueType } from "../render/render-issue-type.ts";
import { listIssueTypes } from "../state/issue-types.ts";

/** Source: https://docs.github.com/en/rest/orgs/issue-types */
export const organizationTypeRoutes: Routes = {
  "orgs/list-issue-types": ({ world, parameters }) => {
    const owner = world.users.get((parameters.org ?? "").toLowerCase());
    if (owner?.type !== "Organization") throw notFound();
    return { status: 200, body: listIssueTypes(world, owner).map(renderIssueType) };
  },
};

/** The same for one repository. */
export const repositoryTypeRoutes: RepositoryRoutes = {
  "repos/list-issue-types": ({ world, repository }) => ({
    status: 200,
    body: listIssueTypes(world, repository.owner).map(renderIssueType),
  }),
};

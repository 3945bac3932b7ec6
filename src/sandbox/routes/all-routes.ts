import type { RepositoryRoutes, Routes } from "../http/route.ts";
import { appRoutes } from "./app-routes.ts";
import { assigneeRoutes } from "./assignee-routes.ts";
import { branchRoutes } from "./branch-routes.ts";
import { checkRoutes } from "./check-routes.ts";
import { checkSuiteRoutes } from "./check-suite-routes.ts";
import { commentRoutes } from "./comment-routes.ts";
import { commitRoutes } from "./commit-routes.ts";
import { contentRoutes } from "./content-routes.ts";
import { deliveryRoutes } from "./delivery-routes.ts";
import { dependencyRoutes } from "./dependency-routes.ts";
import { gitObjectRoutes } from "./git-object-routes.ts";
import { gitRefRoutes } from "./git-ref-routes.ts";
import { gitTreeRoutes } from "./git-tree-routes.ts";
import { issueFieldRoutes, organizationFieldRoutes } from "./issue-field-routes.ts";
import { issueLabelRoutes } from "./issue-label-routes.ts";
import { issueRoutes } from "./issue-routes.ts";
import { organizationTypeRoutes, repositoryTypeRoutes } from "./issue-type-routes.ts";
import { labelRoutes } from "./label-routes.ts";
import { milestoneRoutes } from "./milestone-routes.ts";
import { pullRoutes } from "./pull-routes.ts";
import { repositoryInfoRoutes } from "./repository-info-routes.ts";
import { statusRoutes } from "./status-routes.ts";
import { subIssueRoutes } from "./sub-issue-routes.ts";
import { userRoutes } from "./user-routes.ts";

/** Every route that stands below no repository. A group of operations is one file, and one line here. */
export const plainRoutes: Routes = {
  ...appRoutes,
  ...deliveryRoutes,
  ...organizationFieldRoutes,
  ...organizationTypeRoutes,
  ...userRoutes,
};

/** Every route below `/repos/{owner}/{repo}`. */
export const repositoryRoutes: RepositoryRoutes = {
  ...assigneeRoutes,
  ...branchRoutes,
  ...checkRoutes,
  ...checkSuiteRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...dependencyRoutes,
  ...gitObjectRoutes,
  ...gitRefRoutes,
  ...gitTreeRoutes,
  ...issueFieldRoutes,
  ...issueLabelRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...milestoneRoutes,
  ...pullRoutes,
  ...repositoryInfoRoutes,
  ...repositoryTypeRoutes,
  ...statusRoutes,
  ...subIssueRoutes,
};

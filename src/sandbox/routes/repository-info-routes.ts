import type { RepositoryRoutes } from "../http/route.ts";
import { renderFullRepository } from "../render/render-repository.ts";

/** Source: https://docs.github.com/en/rest/repos/repos */
export const repositoryInfoRoutes: RepositoryRoutes = {
  "repos/get": ({ world, repository, actor }) => ({
    status: 200,
    body: renderFullRepository(world, repository, actor),
  }),
};

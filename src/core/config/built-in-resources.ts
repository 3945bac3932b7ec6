import type { Resource } from "../model/config.ts";
import type { ResourceId } from "../model/ids.ts";

/** Resources that every repository has unless its settings remove or replace them. */
export const builtInResources: readonly Resource[] = [
  {
    id: "database_migrations" as ResourceId,
    type: "exclusive",
    capacity: 1,
    location: [
      "**/migrations/**",
      "**/migrate/**",
      "**/alembic/versions/**",
      "**/db/changelog/**",
      "**/flyway/**",
      "**/prisma/schema.prisma",
    ],
    scope: "repo",
    reason: "migrations change one schema, so they land one at a time",
    tasks: {},
  },
  {
    id: "deployment_pipeline" as ResourceId,
    type: "exclusive",
    capacity: 1,
    location: [
      ".github/workflows/*deploy*",
      ".github/workflows/*release*",
      "deploy/**",
      "deployment/**",
      "k8s/**",
      "helm/**",
      "terraform/**",
    ],
    scope: "repo",
    reason: "there is one way to the live environments, so deployments go one at a time",
    tasks: {},
  },
];

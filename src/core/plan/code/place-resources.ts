import type { Codebase, SharedPlace } from "../../model/codebase.ts";
import type { Resource } from "../../model/config.ts";
import type { ResourceId } from "../../model/ids.ts";
import { matchGlob } from "../../text/match-glob.ts";

const testDatabases = "test_databases" as ResourceId;

/**
 * The resources with the places that the code has for them: migration folders and deploying
 * workflows that no glob covers yet, and the test databases that compose files define. A resource whose
 * `location` the settings state stays as it is, and one that they took away stays away.
 */
export function placeResources(
  resources: readonly Resource[],
  codebase: Codebase,
): readonly Resource[] {
  const { migrations, deployments } = codebase;
  const placed = resources.map((resource) => {
    if (resource.isPlaced) return resource;
    if (resource.id === "database_migrations") return addPlaces(resource, migrations);
    if (resource.id === "deployment_pipeline") return addPlaces(resource, deployments);
    return resource;
  });
  const isThere = placed.some(({ id }) => id === testDatabases);
  const databases = codebase.testDatabases;
  if (isThere || databases.length === 0) return placed;
  const count = databases.reduce((sum, { services }) => sum + services.length, 0);
  return [
    ...placed,
    {
      id: testDatabases,
      type: count === 1 ? "exclusive" : "shared_limited",
      capacity: count,
      location: databases.map(({ path }) => path),
      scope: "repo",
      reason: `tests share ${databases.flatMap(({ services }) => services).join(", ")}`,
      tasks: {},
    },
  ];
}

function addPlaces(resource: Resource, places: readonly SharedPlace[]): Resource {
  const matches = matchGlob(resource.location);
  const more = places
    .map(({ location }) => location)
    .filter((location) => matches(location.replace(/\*\*$/, "file")) === undefined);
  return more.length === 0 ? resource : { ...resource, location: [...resource.location, ...more] };
}

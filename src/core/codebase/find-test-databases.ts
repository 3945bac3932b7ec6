import type { TestDatabases } from "../model/codebase.ts";
import { readYamlMap, toMap } from "./read-yaml-map.ts";

const compose = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/;
const database =
  /(?:^|\/)(?:postgres|postgis|timescaledb|mysql|mariadb|mongo|mssql|sqlserver|oracle-\w+|cockroach|cassandra|redis|valkey|elasticsearch|opensearch|clickhouse)\b/i;

/**
 * Databases that tests share: services of a compose file that has `test` in its name, or services
 * that have it in theirs. Those of a workflow's job are made anew for each run, so nobody waits for them.
 */
export function findTestDatabases(texts: ReadonlyMap<string, string>): readonly TestDatabases[] {
  return [...texts]
    .filter(([path]) => compose.test(path))
    .map(([path, text]) => {
      const isForTests = /test/i.test(path.slice(path.lastIndexOf("/") + 1));
      const services = Object.entries(toMap(readYamlMap(text).services))
        .filter(([name, service]) => isDatabase(service) && (isForTests || /test/i.test(name)))
        .map(([name]) => name);
      return { path, services: services.sort() };
    })
    .filter(({ services }) => services.length > 0);
}

function isDatabase(service: unknown): boolean {
  const { image } = toMap(service);
  return typeof image === "string" && database.test(image);
}

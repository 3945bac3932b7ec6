import type { SharedPlace } from "../model/codebase.ts";
import { listNames } from "../text/list-names.ts";
import { readYamlMap, toMap } from "./read-yaml-map.ts";

/** Workflows that deploy, and the environments they deploy to. */
export interface FoundDeployments {
  readonly deployments: readonly SharedPlace[];
  readonly environments: readonly string[];
}

const workflow = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$/;

/**
 * Reads workflows of GitHub Actions and `.gitlab-ci.yml`: a job with an `environment` deploys to
 * it. What is no YAML says nothing.
 */
export function findDeployments(texts: ReadonlyMap<string, string>): FoundDeployments {
  const found = [...texts]
    .filter(([path]) => workflow.test(path))
    .map(([path, text]) => ({ path, environments: listEnvironments(readYamlMap(text)) }))
    .filter(({ environments }) => environments.length > 0);
  return {
    deployments: found.map(({ path, environments }) => ({
      location: path,
      reason: `deploys to ${listNames(environments)}`,
    })),
    environments: [...new Set(found.flatMap(({ environments }) => environments))].sort(),
  };
}

function listEnvironments(root: Readonly<Record<string, unknown>>): readonly string[] {
  const jobs = { ...root, ...toMap(root.jobs) };
  const names = Object.values(jobs).flatMap((job) => {
    const { environment } = toMap(job);
    const name = toMap(environment).name ?? environment;
    return typeof name === "string" && name !== "" ? [name] : [];
  });
  // An expression is known only when the workflow runs.
  return [
    ...new Set(
      names.map((name) => (name.includes("${{") ? "an environment chosen at its start" : name)),
    ),
  ].sort();
}

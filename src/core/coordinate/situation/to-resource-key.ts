import type { ScopedResource } from "./situation.ts";

/** One text for scope and name: equal for what is one thing to take turns on. */
export function toResourceKey({
  scope,
  resource,
}: Pick<ScopedResource, "scope" | "resource">): string {
  return `${scope} ${resource}`;
}

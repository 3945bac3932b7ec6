import type { Sandbox } from "../../src/sandbox/sandbox.ts";

/** What people see of a repository's issues: nothing that depends on the order in which they came to be. */
export function lookAtShop(sandbox: Sandbox): readonly object[] {
  const issues = sandbox.issues("acme/shop");
  const titleOf = new Map(issues.map(({ number, title }) => [number, title]));
  const name = (number: string) => titleOf.get(Number(number)) ?? number;
  return issues
    .map(({ number, title, body, state, labels }) => ({
      title,
      body: body?.replaceAll(sandbox.url, "").replace(/#(\d+)/g, (_, digits) => `#${name(digits)}`),
      state,
      parent: titleOf.get(sandbox.parentOf("acme/shop", number) ?? 0),
      labels: labels.map((label) => label.name).toSorted(),
      blockedBy: sandbox
        .blockersOf("acme/shop", number)
        .map((blocker) => titleOf.get(blocker))
        .toSorted(),
    }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1));
}

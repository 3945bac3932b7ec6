/** One task of a spec's text: its own ID, title, and what it depends on. */
export type TaskLine = readonly [id: string, title: string, ...dependsOn: string[]];

/** The text of a spec with these tasks in one phase. */
export function aSpecText(...tasks: readonly TaskLine[]): string {
  const items = tasks.map(([id, title, ...dependsOn]) => {
    const lines = [`- [ ] **Task ${id}**: ${title}`];
    if (dependsOn.length > 0) lines.push(`  - **Depends on**: Task ${dependsOn.join(", ")}`);
    return lines.join("\n");
  });
  return ["# Tasks: A small thing", "", "## Phase 1: All of it", "", ...items, ""].join("\n");
}

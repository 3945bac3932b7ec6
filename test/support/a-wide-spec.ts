/** A spec of tasks that wait for none, so many in each of its sections. */
export function aWideSpec(sections: Readonly<Record<string, number>>): string {
  const parts = Object.entries(sections).map(([name, count], index) => {
    const tasks = Array.from(
      { length: count },
      (_, task) => `- [ ] **Task ${index + 1}.${task + 1}** Build part ${task + 1} of ${name}`,
    );
    return `## ${name}\n\n${tasks.join("\n")}\n`;
  });
  return `# A wide thing\n\n${parts.join("\n")}`;
}

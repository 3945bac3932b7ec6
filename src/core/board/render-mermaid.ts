import type { Plan, Task } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { renderWaveGraph } from "./render-wave-graph.ts";
import { toMermaidText } from "./to-mermaid-text.ts";

/** Above these GitHub's renderer gives up or the picture says nothing. */
const maxTasks = 60;
const maxEdges = 300;
const maxLabel = 40;

/**
 * The plan's graph as a Mermaid flowchart, one box a task and one subgraph a wave; one box a wave
 * where that would be too large to read; `undefined` where there is no order to show. No text of a
 * spec can be taken for Mermaid syntax.
 */
export function renderMermaid(plan: Plan, schedule: Schedule): string | undefined {
  if (schedule.waves.length === 0) return undefined;
  if (plan.tasks.length > maxTasks || plan.dag.reduced.length > maxEdges)
    return renderWaveGraph(plan, schedule);
  const nodeOf = new Map(plan.tasks.map((task, index) => [task.id, `n${index}`]));
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const lines = ["flowchart LR"];
  for (const wave of schedule.waves) {
    lines.push(`  subgraph w${wave.number}["Wave ${wave.number}"]`);
    for (const id of wave.tasks) {
      const task = byId.get(id);
      if (task) lines.push(`    ${nodeOf.get(id)}["${toLabel(task)}"]`);
    }
    lines.push("  end");
  }
  for (const [from, to] of plan.dag.reduced)
    lines.push(`  ${nodeOf.get(from)} --> ${nodeOf.get(to)}`);
  const exclusive = plan.tasks.filter((task) => task.needs.length > 0);
  if (exclusive.length > 0) {
    lines.push("  classDef turn stroke:#d93f0b,stroke-width:3px");
    lines.push(`  class ${exclusive.map((task) => nodeOf.get(task.id)).join(",")} turn`);
  }
  return lines.join("\n");
}

function toLabel(task: Task): string {
  return toMermaidText(`${task.ownId ?? task.id} ${task.title}`, maxLabel);
}

import type { Project } from "./project.ts";

/** The project seen from its end: a schedule of it, read backwards in time, is one of the project. */
export function reverseProject(project: Project): Project {
  return {
    ...project,
    successors: project.predecessors,
    predecessors: project.successors,
    order: project.order.toReversed(),
  };
}

/** The layouts of the task document: headings with keys, boxes with numbers, or boxes with the temporal tables in front. */
export const tasksLayouts = ["breakdown", "checkbox", "temporal"] as const;

/** One of {@link tasksLayouts}. */
export type TasksLayout = (typeof tasksLayouts)[number];

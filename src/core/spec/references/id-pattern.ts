/**
 * How a task's ID may look, as the source of a regular expression to be used with the flag `i`: `T012`,
 * `WP03`, `F1`, `AUTH-API-3`, `2.1`. Whether the prefix is one of the document's is not asked here.
 */
export const idPattern =
  "(?:[A-Z]{1,8}-?\\d{1,6}[a-z]?(?:\\.\\d+)*|(?:[A-Z][A-Z0-9]*[-_])+\\d+[a-z]?|\\d+(?:\\.\\d+)+[a-z]?)";

/** The word for a task that may stand before its ID, in several languages, and a number sign. */
export const taskWord =
  "(?:(?:tasks?|steps?|tareas?|tâches?|aufgaben?|tarefas?)\\s+|(?:任务|任務|タスク|태스크|작업)\\s*)?#?";

/** What begins like an ID of a task or the number of a group: where a list goes on. */
export const idAhead = `${taskWord}(?:T-?\\d|WP-?\\d|US-?\\d|#\\d|[A-Z]+-\\d|\\d+\\.\\d|(?:task|step|phase|sprint|wave|week|layer|epic|milestone|user\\s+story)s?\\s+#?\\d)`;

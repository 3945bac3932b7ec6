import { z } from "zod";

/** The shape of .tasks-meta.json: which files belong together, and what is in them. */
export const tasksMetaJson = z.object({
  planId: z.string(),
  spec_path: z.string(),
  by: z.string(),
  version: z.string(),
  timestamp: z.string(),
  /** By file name: a JSON file's content hash, SHA-256 in hex of any other file's text. */
  files: z.record(z.string(), z.string()),
});

/** The type of .tasks-meta.json. */
export type TasksMetaJson = z.infer<typeof tasksMetaJson>;

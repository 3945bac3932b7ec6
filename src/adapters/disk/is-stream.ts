import { stat } from "node:fs/promises";

/** Whether a path is neither file nor folder but something that is read once, such as `<(command)` or `/dev/stdin`. */
export async function isStream(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  return facts !== undefined && !facts.isFile() && !facts.isDirectory();
}

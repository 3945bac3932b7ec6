import { readFileSync } from "node:fs";

/**
 * When a process of this machine was started, `undefined` if it is not running.
 *
 * On Linux the kernel's own count (ticks since boot), which tells a process from a later one with
 * the same number, as containers have them all the time; a zombie is not running. Elsewhere empty:
 * there only the number counts.
 * Source: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function readProcessStart(pid: number): string | undefined {
  if (!answersSignals(pid)) return undefined;
  const stat = readStat(pid);
  if (stat === undefined) return "";
  const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? undefined : rest[18];
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    const code = typeof error === "object" && error !== null && Reflect.get(error, "code");
    return code === "EPERM";
  }
}

function readStat(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined;
  }
}

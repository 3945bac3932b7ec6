import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { InputError } from "../../../core/errors.ts";
import { readProcessStart } from "./read-process-start.ts";

/** Who has a directory open, as its pid file says. */
interface Occupant {
  readonly pid: number;
  /** Of the machine or container: process ids of another one say nothing here. */
  readonly host: string;
  readonly startedAt: string;
}

/**
 * Takes a database directory for this process alone, with the file `<directory>.pid` beside it.
 *
 * The database itself does not refuse a second process, and what that one commits is lost. The
 * file of a process that has died is taken over; that of a living one never is, nor one that
 * cannot be judged: written on another host, or unreadable.
 *
 * @returns Gives the directory back.
 * @throws {InputError} if somebody has it, or the file cannot be written.
 */
export function occupyDirectory(directory: string): () => void {
  const path = `${directory}.pid`;
  const mine = describeMyself();
  if (!tryToWrite(path, mine)) {
    removeIfStale(directory, path, mine);
    if (!tryToWrite(path, mine)) throw refuse(directory, path, readText(path));
  }
  return () => {
    if (readText(path) === mine) rmSync(path, { force: true });
  };
}

function describeMyself(): string {
  const myself: Occupant = {
    pid: process.pid,
    host: hostname(),
    startedAt: readProcessStart(process.pid) ?? "",
  };
  return `${JSON.stringify(myself)}\n`;
}

/** False if the file is there already. */
function tryToWrite(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (typeof error === "object" && error !== null && Reflect.get(error, "code") === "EEXIST") {
      return false;
    }
    throw new InputError(`Cannot write ${path}: ${String(error)}; name another directory`, {
      cause: error,
    });
  }
}

/**
 * Removes the file of a process that is gone. Only one at a time may do so, or a slow one would
 * remove what a quick one has just written: hence the second file, which lasts a moment.
 */
function removeIfStale(directory: string, path: string, mine: string): void {
  const guard = `${path}.takeover`;
  if (!tryToWrite(guard, mine)) throw refuse(directory, guard, readText(guard));
  try {
    const found = readText(path);
    if (found === "") return;
    if (isAlive(found)) throw refuse(directory, path, found);
    rmSync(path);
  } finally {
    rmSync(guard, { force: true });
  }
}

function isAlive(found: string): boolean {
  const occupant = parseOccupant(found);
  if (occupant === undefined || occupant.host !== hostname()) return true;
  const startedAt = readProcessStart(occupant.pid);
  return startedAt !== undefined && startedAt === occupant.startedAt;
}

function parseOccupant(found: string): Occupant | undefined {
  try {
    const { pid, host, startedAt } = JSON.parse(found) as Partial<Occupant>;
    if (pid === undefined || host === undefined || startedAt === undefined) return undefined;
    return { pid, host, startedAt };
  } catch {
    return undefined;
  }
}

function refuse(directory: string, path: string, found: string): InputError {
  const occupant = parseOccupant(found);
  const who =
    occupant === undefined
      ? "somebody has it open, but the file does not say who"
      : `process ${occupant.pid} on ${occupant.host} has it open`;
  return new InputError(
    `Cannot open the database in ${directory}: ${who} (${path}), and it serves one process at a time; stop that process, or set DATABASE_URL to a PostgreSQL server; if it is gone for good, remove the file`,
  );
}

/** Empty if there is no such file. */
function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

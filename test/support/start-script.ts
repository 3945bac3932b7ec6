import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll } from "@jest/globals";

/** A real process that talks in lines. */
export interface RunningScript {
  readonly child: ChildProcess;
  /** The next line it prints; `undefined` once it has ended. */
  readLine(): Promise<string | undefined>;
  send(line: string): void;
  /** Ends its input and waits until it is gone; its exit code, or the signal that ended it. */
  end(): Promise<number | string | null>;
}

/** Runs a TypeScript file of this repository as a process of its own; gone after the tests of the file. */
export function startScript(path: string, args: readonly string[]): RunningScript {
  const child = spawn(process.execPath, [bundle(path), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  started.push(child);
  const gone = new Promise<number | string | null>((settle) => {
    child.on("close", (code, signal) => settle(code ?? signal));
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async readLine() {
      const { done, value } = await lines.next();
      return done ? undefined : value;
    },
    send: (line) => child.stdin.write(`${line}\n`),
    end() {
      child.stdin.end();
      return gone;
    },
  };
}

/** Inside node_modules, so that packages are found; one folder a test process. */
const folder = resolve("node_modules/.cache/keysteps-scripts", String(process.pid));
const started: ChildProcess[] = [];
const bundles = new Map<string, string>();

function bundle(path: string): string {
  const known = bundles.get(path);
  if (known !== undefined) return known;
  const outfile = resolve(folder, `${basename(path, ".ts")}.mjs`);
  mkdirSync(folder, { recursive: true });
  execFileSync(resolve("node_modules/.bin/esbuild"), [
    path,
    ...["--bundle", "--platform=node", "--format=esm", "--packages=external"],
    ...["--target=node20", "--log-level=warning", `--outfile=${outfile}`],
  ]);
  bundles.set(path, outfile);
  return outfile;
}

afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

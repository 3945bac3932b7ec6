import { spawn } from "node:child_process";

/** How a command ended. */
export interface CliResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a built CLI as a child process, with nothing in its environment but what is given. */
export function runCli(
  file: string,
  args: readonly string[],
  {
    cwd = process.cwd(),
    env = {},
    input = "",
  }: { cwd?: string; env?: Readonly<Record<string, string>>; input?: string } = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const path = process.env.PATH ?? "";
    const child = spawn(process.execPath, [file, ...args], { cwd, env: { PATH: path, ...env } });
    child.stdin.end(input);
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      out += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      err += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ exitCode: code ?? -1, out, err }));
  });
}

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The Action, and what a runner tells it. */
export interface ActionRun {
  /** The built Action. */
  readonly file: string;
  /** The node that runs it. */
  readonly node: string;
  readonly apiUrl: string;
  readonly repository: string;
  readonly eventName: string;
  readonly payload: unknown;
  /** `GITHUB_REF` and `GITHUB_SHA`, which events without a payload of their own go by; empty if left out. */
  readonly at?: { readonly ref: string; readonly sha: string };
  /** By name, as in action.yml. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Which attempt of one workflow run it is, from 1; of none if left out. */
  readonly attempt?: number;
  /** Ends it with SIGKILL, as a runner that is lost does: it can tidy nothing. */
  readonly lost?: AbortSignal;
}

/** What came of it. */
export interface ActionResult {
  readonly exitCode: number;
  /** Both streams, as a runner's log shows them. */
  readonly log: string;
  /** The job's summary page. */
  readonly summary: string;
  /** The file that outputs are written to. */
  readonly outputs: string;
}

/**
 * Runs the built Action as a child process with nothing but a runner's environment: inputs, event
 * file, and files for outputs and summary.
 */
export async function runBuiltAction(run: ActionRun): Promise<ActionResult> {
  const folder = await mkdtemp(join(tmpdir(), "keysteps-runner-"));
  try {
    const file = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const summaryFile = await file("summary.md", "");
    const outputFile = await file("output.txt", "");
    const inputs = Object.entries(run.inputs).map(
      ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
    );
    const env = {
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: run.apiUrl,
      GITHUB_EVENT_NAME: run.eventName,
      GITHUB_EVENT_PATH: await file("event.json", JSON.stringify(run.payload)),
      GITHUB_OUTPUT: outputFile,
      GITHUB_REF: run.at?.ref ?? "",
      GITHUB_SHA: run.at?.sha ?? "",
      GITHUB_REPOSITORY: run.repository,
      GITHUB_STEP_SUMMARY: summaryFile,
      ...(run.attempt !== undefined && {
        GITHUB_RUN_ID: "1",
        GITHUB_RUN_ATTEMPT: String(run.attempt),
      }),
      ...Object.fromEntries(inputs),
    };
    const { exitCode, log } = await runNode(run, env, folder);
    const [summary, outputs] = await Promise.all([
      readFile(summaryFile, "utf8"),
      readFile(outputFile, "utf8"),
    ]);
    return { exitCode, log, summary, outputs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runNode(
  { node, file, lost }: ActionRun,
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<Pick<ActionResult, "exitCode" | "log">> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [file], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    lost?.addEventListener("abort", () => child.kill("SIGKILL"), { once: true });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        log += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ exitCode: code ?? 1, log }));
  });
}

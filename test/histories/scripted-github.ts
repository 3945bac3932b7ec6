import { GitHubError } from "../../src/core/errors.ts";
import type { ObservedLane, ObservedPull } from "../../src/core/model/observed-lane.ts";
import type { LaneGitHub, LaneReader, LaneWriter } from "../../src/flows/lane-ports.ts";
import type { FakeForge } from "../support/fake-forge.ts";

/** What a pass was told last. */
export interface Told {
  planFiles: ReadonlyMap<string, string>;
  issues: ObservedLane["issues"];
  pulls: ReadonlyMap<number, ObservedPull>;
  gates: ObservedLane["gates"];
}

/** Something that is to happen at the n-th call (from 1); it may throw. */
export interface Script {
  readonly at: number;
  readonly before?: () => Promise<void>;
  readonly after?: () => Promise<void>;
}

/** A fake forge as one process sees it: remembers what it was told, and follows a script. */
export interface ScriptedGitHub extends LaneGitHub {
  readonly told: Told;
  script: Script | undefined;
}

/** Puts a process's eyes and hands on a forge. */
export function scriptGitHub(forge: FakeForge): ScriptedGitHub {
  const told: Told = {
    planFiles: new Map(),
    issues: new Map(),
    pulls: new Map(),
    gates: new Map(),
  };
  let calls = 0;

  async function call<Answer>(make: () => Promise<Answer>): Promise<Answer> {
    calls += 1;
    const script = calls === github.script?.at ? github.script : undefined;
    await script?.before?.();
    const answer = await make();
    await script?.after?.();
    return answer;
  }

  async function tellPulls(read: () => Promise<readonly ObservedPull[]>) {
    const pulls = await call(read);
    told.pulls = new Map([...told.pulls, ...pulls.map((pull) => [pull.number, pull] as const)]);
    return pulls;
  }

  const reader: LaneReader = {
    readDefaultBranch: () => {
      told.pulls = new Map();
      return call(() => forge.reader.readDefaultBranch());
    },
    readPlanFiles: async () => {
      const files = await call(() => forge.reader.readPlanFiles());
      told.planFiles = files.files;
      return files;
    },
    readFile: (path) => call(() => forge.reader.readFile(path)),
    readIssues: async (nodeIds) => {
      told.issues = await call(() => forge.reader.readIssues(nodeIds));
      return told.issues;
    },
    listOpenPulls: () => tellPulls(() => forge.reader.listOpenPulls()),
    readPulls: (numbers) => tellPulls(() => forge.reader.readPulls(numbers)),
    listMergedPulls: (since) => tellPulls(() => forge.reader.listMergedPulls(since)),
    readGates: async (headShas) => {
      told.gates = await call(() => forge.reader.readGates(headShas));
      return told.gates;
    },
    readLiveComment: (issueNumber, firstLine) =>
      call(() => forge.reader.readLiveComment(issueNumber, firstLine)),
  };
  const writer: LaneWriter = {
    send: (op) => call(() => forge.writer.send(op)),
    wasSent: (op) => call(() => forge.writer.wasSent(op)),
  };
  const github: ScriptedGitHub = { reader, writer, told, script: undefined };
  return github;
}

/** What GitHub answers now and then. */
export function gitHubFails(status: 502 | 422): GitHubError {
  const remedy = status === 502 ? "try-later" : "report-bug";
  return new GitHubError(remedy, status, `Cannot go on: GitHub answered ${status}`);
}

import type { SeenRequest } from "../../src/sandbox/http/request-log.ts";
import { aLayeredSpec } from "../../test/support/a-layered-spec.ts";
import { startHttpShop } from "../../test/support/apply-over-http.ts";

interface Row {
  readonly tasks: number;
  readonly step: string;
  readonly reads: number;
  readonly mostReads: number;
  readonly issueWrites: number;
  readonly mostIssueWrites: number;
  readonly branchWrites: number;
  readonly ms: number;
}

/**
 * How many requests applies make, over HTTP on the sandbox: the first, one of the same text, one after
 * one line of one task was edited, one after blank lines were put in.
 *
 * @param args Numbers of tasks; 10, 100 and 1,000 if none are given.
 * @returns 1 where an apply makes more than its share.
 */
export async function run(args: readonly string[]): Promise<number> {
  const sizes = args.length === 0 ? [10, 100, 1000] : args.map(Number);
  const rows: Row[] = [];
  for (const tasks of sizes) rows.push(...(await measure(tasks)));
  console.log("| tasks | apply | reads (most) | issue writes (most) | branch writes | ms |");
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (const row of rows) {
    console.log(
      `| ${row.tasks} | ${row.step} | ${row.reads} (${row.mostReads}) | ${row.issueWrites} (${row.mostIssueWrites}) | ${row.branchWrites} | ${row.ms} |`,
    );
  }
  const isOver = (row: Row) => row.reads > row.mostReads || row.issueWrites > row.mostIssueWrites;
  return rows.some(isOver) ? 1 : 0;
}

async function measure(tasks: number): Promise<readonly Row[]> {
  const { sandbox, push, apply } = await startHttpShop();
  const text = aLayeredSpec(tasks);
  const reworded = text
    .replace("Build part 5\n", "Build part 5 anew\n")
    .replace("Build part 5**", "Build part 5 anew**");
  const spaced = reworded.replace("- [ ] **Task 1.3", "\n\n\n- [ ] **Task 1.3");
  const rows: Row[] = [];
  const steps = [
    ["first", text],
    ["the same again", undefined],
    ["one line of one task", reworded],
    ["blank lines", spaced],
  ] as const;
  for (const [step, spec] of steps) {
    if (spec !== undefined) push(spec);
    const seen = sandbox.requests.length;
    const start = performance.now();
    const { proposals } = await apply();
    const ms = Math.round(performance.now() - start);
    const requests = sandbox.requests.slice(seen);
    const labels = requests.filter(({ operationId }) => operationId === "issues/create-label");
    const edges = proposals[0]?.plan.dag.reduced.length ?? 0;
    const groups = requests.filter(isOfGroup).length;
    const most = {
      first: tasks + edges + labels.length + groups + 2,
      "one line of one task": 1,
    } as const;
    const mostIssueWrites = most[step as keyof typeof most] ?? 0;
    const counts = count(requests);
    rows.push({
      tasks,
      step,
      ...counts,
      mostReads: Math.ceil(tasks / 100) + 8,
      mostIssueWrites,
      ms,
    });
  }
  await sandbox.close();
  if (sandbox.faultsOfOurs.length > 0) throw new Error(sandbox.faultsOfOurs.join("\n"));
  return rows;
}

function count(requests: readonly SeenRequest[]) {
  const writes = requests.filter(({ kind }) => kind === "write");
  const toBranch = writes.filter(isToBranch);
  return {
    reads: requests.length - writes.length,
    issueWrites: writes.length - toBranch.length,
    branchWrites: toBranch.length,
  };
}

/** An issue between the tracking issue and more than 100 tasks. */
function isOfGroup({ body }: SeenRequest): boolean {
  return JSON.stringify(body ?? "").includes("keysteps:begin group");
}

function isToBranch({ operationId, body }: SeenRequest): boolean {
  if (operationId?.startsWith("git/")) return true;
  return JSON.stringify(body ?? "").includes("createCommitOnBranch");
}

import { fileURLToPath } from "node:url";
import { listRequestsOf } from "./list-requests-of.ts";
import { renderForTerminal } from "./render-for-terminal.ts";
import { rewordOneTask } from "./reword-one-task.ts";
import { type ActionResult, runBuiltAction } from "./run-built-action.ts";
import { type Rehearsal, repositoryName, shopName, team } from "./start-rehearsal.ts";
import type { Story } from "./story.ts";

/** What the demo plays with. */
export interface SpecPlay {
  readonly specPath: string;
  readonly text: string;
}

/** `dist/action/main.js`, from a chunk or an entry of dist/. */
const actionFile = fileURLToPath(new URL("../action/main.js", import.meta.url));
const [author] = team;

/**
 * The first half: a spec comes with a pull request, the Action shows its plan, the merge makes the
 * issues, an edit changes one of them.
 *
 * @returns The exit code of the Action where it fails, else 0.
 */
export async function playSpec(
  rehearsal: Rehearsal,
  story: Story,
  { specPath, text }: SpecPlay,
): Promise<number> {
  const { sandbox, as } = rehearsal;
  const octokit = as[author];
  story.chapter(`${author} opens a pull request that adds ${specPath}`);
  const branch = "what-we-build-next";
  commit(branch, text, "docs: what we build next");
  const { data: pull } = await octokit.pulls.create({
    ...shopName,
    head: branch,
    base: "main",
    title: "What we build next",
    body: "Please look at the plan.",
  });
  const proposed = await act("pull_request", {
    action: "opened",
    number: pull.number,
    pull_request: pull,
  });
  const { data: comments } = await octokit.issues.listComments({
    ...shopName,
    issue_number: pull.number,
  });
  story.say(`The Action plans it and comments on #${pull.number}:`);
  for (const { body } of comments) story.quote(renderForTerminal(body ?? ""));
  if (proposed.exitCode !== 0) return fail(proposed);

  story.chapter("It is merged: the Action makes the issues");
  const before = await readHead();
  await octokit.pulls.merge({ ...shopName, pull_number: pull.number });
  const applied = await act("push", { ref: "refs/heads/main", before, after: await readHead() });
  if (applied.exitCode !== 0) return fail(applied);
  tellIssues(rehearsal, story, pull.number);

  const edit = rewordOneTask(text);
  if (!edit) return 0;
  story.chapter(`${author} rewords one task (line ${edit.line}) and pushes`);
  const old = await readHead();
  const seen = listWrites().length;
  commit("main", edit.text, "docs: a task in clearer words");
  const changed = await act("push", {
    ref: "refs/heads/main",
    before: old,
    after: await readHead(),
  });
  if (changed.exitCode !== 0) return fail(changed);
  const writes = listWrites().slice(seen);
  const onIssues = writes.filter(({ operationId }) => operationId?.startsWith("issues/")).length;
  story.say(
    `Writes to the issues: ${onIssues}. To keep the plan on branch keysteps: ${writes.length - onIssues}.`,
  );
  return 0;

  function commit(to: string, content: string, message: string): void {
    sandbox.commitFiles(repositoryName, to, { [specPath]: content }, message, { login: author });
  }

  function listWrites() {
    return listRequestsOf(sandbox, "github-actions[bot]").filter(({ kind }) => kind === "write");
  }

  async function act(eventName: string, event: object): Promise<ActionResult> {
    const { data: repository } = await octokit.repos.get(shopName);
    return runBuiltAction({
      file: actionFile,
      node: process.execPath,
      apiUrl: sandbox.url,
      repository: repositoryName,
      eventName,
      payload: { ...event, repository },
      inputs: { token: rehearsal.actionToken, spec: specPath, pace: "none" },
    });
  }

  async function readHead(): Promise<string> {
    const { data } = await octokit.git.getRef({ ...shopName, ref: "heads/main" });
    return data.object.sha;
  }

  function fail({ exitCode, log }: ActionResult): number {
    story.say(`The Action ended with exit code ${exitCode}:`);
    story.quote(log);
    return exitCode;
  }
}

/** The issues as a person sees them, with what blocks each. */
function tellIssues({ sandbox }: Rehearsal, story: Story, pullNumber: number): void {
  for (const issue of sandbox.issues(repositoryName)) {
    if (issue.number === pullNumber) continue;
    const blockers = sandbox.blockersOf(repositoryName, issue.number);
    const labels = [...issue.labels].map(({ name }) => name).join(", ");
    const after =
      blockers.length > 0 ? `  ← ${blockers.map((number) => `#${number}`).join(" ")}` : "";
    story.say(`#${String(issue.number).padEnd(3)} ${issue.title}  [${labels}]${after}`);
  }
}

import { listTasks, readGate, type ShopIssue } from "./look-at-shop.ts";
import { type Person, type Rehearsal, repositoryName, shopName } from "./start-rehearsal.ts";
import { until } from "./until.ts";

/** Work under way: a task, who took it, and its pull request. */
export interface Work {
  readonly task: ShopIssue;
  readonly person: Person;
  readonly pullNumber: number;
  readonly headSha: string;
}

/** What people do with one task after the other. */
export interface Workshop {
  /** Claims a task and opens its pull request, which touches the files that the task names. */
  begin(task: ShopIssue, person: Person): Promise<Work>;
  /** Merges when the gate opens; gives what GitHub shows as free to start by it. */
  land(work: Work): Promise<readonly ShopIssue[]>;
  isGateOpen(work: Work | undefined): boolean;
  listOpen(): readonly ShopIssue[];
  listIn(state: string): readonly ShopIssue[];
}

/** Opens the workshop: people's doings on the rehearsal GitHub, as they do them on the real one. */
export function openWorkshop({ sandbox, as }: Rehearsal): Workshop {
  const written = new Set<string>();
  return { begin, land, isGateOpen, listOpen, listIn };

  async function begin(task: ShopIssue, person: Person): Promise<Work> {
    const octokit = as[person];
    const { number, title } = task;
    const head = `work-on-${number}`;
    await octokit.issues.addAssignees({ ...shopName, issue_number: number, assignees: [person] });
    const paths = task.files.length > 0 ? task.files : [`notes/${number}.md`];
    const files = Object.fromEntries(
      paths.map((path) => [toOwnPath(path, number), `Done for task ${number}.\n`]),
    );
    const headSha = sandbox.commitFiles(repositoryName, head, files, title, { login: person });
    const pull = { head, base: "main", title, body: `Closes #${number}` };
    const { data } = await octokit.pulls.create({ ...shopName, ...pull });
    return { task, person, pullNumber: data.number, headSha };
  }

  /** Two tasks may name one file; here each writes its own, so that no one has to merge by hand. */
  function toOwnPath(path: string, number: number): string {
    const own = written.has(path) ? path.replace(/(\.[^./]*)?$/, `.for-${number}$1`) : path;
    written.add(own);
    return own;
  }

  async function land({ task, person, pullNumber, headSha }: Work): Promise<readonly ShopIssue[]> {
    await until(`the gate of #${pullNumber} opens`, () =>
      isGateOpen({ task, person, pullNumber, headSha }),
    );
    const before = new Set(listIn("available").map(({ number }) => number));
    await as[person].pulls.merge({ ...shopName, pull_number: pullNumber });
    await until(`#${task.number} is done`, () => {
      const now = listTasks(sandbox).find(({ number }) => number === task.number);
      return now?.isOpen === false && now.state === undefined;
    });
    return listIn("available").filter(({ number }) => !before.has(number));
  }

  function isGateOpen(work: Work | undefined): boolean {
    return work !== undefined && readGate(sandbox, work.headSha)?.isOpen === true;
  }

  function listOpen(): readonly ShopIssue[] {
    return listTasks(sandbox).filter(({ isOpen }) => isOpen);
  }

  function listIn(state: string): readonly ShopIssue[] {
    return listOpen().filter((task) => task.state === state);
  }
}

import { listPulls } from "../state/pulls.ts";
import type { PullRequest, Repository } from "../state/records.ts";

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The pull requests that a listing asks for, in its order (newest first, by default). */
export function selectPulls(repository: Repository, query: Query): PullRequest[] {
  const { state = "open", head, base, sort } = query;
  const wanted = listPulls(repository).filter(
    (issue) =>
      (state === "all" || issue.state === state) &&
      (base === undefined || issue.pull.baseBranch === base) &&
      (head === undefined || toLabel(issue) === head),
  );
  const weigh = ({ createdAt, updatedAt }: PullRequest) =>
    sort === "updated" ? updatedAt : createdAt;
  const isAscending = query.direction === "asc";
  const sign = isAscending ? 1 : -1;
  return wanted.toSorted((a, b) => sign * (weigh(a) - weigh(b) || a.number - b.number));
}

function toLabel({ pull }: PullRequest): string {
  return `${pull.headRepository.owner.login}:${pull.headBranch}`;
}

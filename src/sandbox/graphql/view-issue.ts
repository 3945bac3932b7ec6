import { listBlocked, listBlockers, type PlacedIssue } from "../state/blocked-by.ts";
import { listClosingReferences } from "../state/closing-references.ts";
import { listPulls } from "../state/pulls.ts";
import type { Issue } from "../state/records.ts";
import { countSubIssues, getParent, listSubIssues } from "../state/sub-issue-tree.ts";
import { canSee } from "./can-see.ts";
import { connect, type PageArguments } from "./connect.ts";
import { viewIssueType } from "./view-issue-type.ts";
import { viewIssueish } from "./view-issueish.ts";
import { viewItem } from "./view-project.ts";
import { viewTimeline } from "./view-timeline.ts";
import type { View, Views } from "./views.ts";

interface LinkArguments extends PageArguments {
  readonly orderBy: {
    readonly field: "CREATED_AT" | "DEPENDENCY_ADDED_AT";
    readonly direction: "ASC" | "DESC";
  };
}

interface ClosedByArguments extends PageArguments {
  readonly includeClosedPrs: boolean;
}

/** An issue with its links both ways. */
export function viewIssue(views: Views, { issue, repository }: PlacedIssue): View {
  const { world } = views;
  return {
    __typename: "Issue",
    ...viewIssueish(views, repository, issue),
    state: issue.state.toUpperCase(),
    stateReason: ({ enableDuplicate }: { enableDuplicate: boolean }) =>
      renderReason(issue, enableDuplicate),
    blockedBy: (page: LinkArguments) =>
      connectLinks(views, "blockedBy", listBlockers(world, issue), page),
    blocking: (page: LinkArguments) =>
      connectLinks(views, "blocking", listBlocked(world, issue), page),
    parent: () => {
      const parent = getParent(world, issue);
      return parent && canSee(views.actor, parent.repository) ? views.issue(parent) : null;
    },
    subIssues: (page: PageArguments) => {
      const seen = listSubIssues(world, issue).filter((one) => canSee(views.actor, one.repository));
      return connect("subIssues", seen, page, {
        key: (placed) => placed.issue.id,
        node: (placed) => views.issue(placed),
      });
    },
    subIssuesSummary: () => {
      const { percent: percentCompleted, ...counts } = countSubIssues(world, issue);
      return { ...counts, percentCompleted };
    },
    isPinned: issue.isPinned,
    timelineItems: viewTimeline(views, repository, issue),
    projectItems: (page: PageArguments) => connectItems(views, issue, page),
    issueType: () => (issue.type ? viewIssueType(issue.type) : null),
    issueDependenciesSummary: () => {
      const [blockers, blocked] = [listBlockers(world, issue), listBlocked(world, issue)];
      return {
        blockedBy: blockers.filter(isOpen).length,
        totalBlockedBy: blockers.length,
        blocking: blocked.filter(isOpen).length,
        totalBlocking: blocked.length,
      };
    },
    closedByPullRequestsReferences: ({ includeClosedPrs, ...page }: ClosedByArguments) => {
      const pulls = listPulls(repository).filter(
        (one) =>
          listClosingReferences(repository, one).includes(issue) &&
          (includeClosedPrs || one.state === "open" || one.pull.mergedAt !== null),
      );
      return connect("closedByPullRequestsReferences", pulls, page, {
        key: ({ id }) => id,
        node: (one) => views.pull(repository, one),
      });
    },
  };
}

/** Its places on the boards that the caller may see. */
function connectItems(views: Views, issue: Issue, page: PageArguments) {
  const projects = [...views.world.projects.values()];
  const items = projects.flatMap((project) =>
    project.items.flatMap((item) => (item.content.issue === issue ? [{ project, item }] : [])),
  );
  return connect("projectItems", items, page, {
    key: ({ item }) => item.id,
    node: ({ project, item }) => viewItem(views, project, item),
  });
}

/** Closed links stand in the lists too; those in repositories that the caller may not see do not. */
function connectLinks(
  views: Views,
  field: string,
  links: readonly PlacedIssue[],
  { orderBy, ...page }: LinkArguments,
) {
  const seen = links.filter(({ repository }) => canSee(views.actor, repository));
  const sorted =
    orderBy.field === "CREATED_AT" ? seen.toSorted((a, b) => a.issue.id - b.issue.id) : seen;
  const ordered = orderBy.direction === "DESC" ? sorted.toReversed() : sorted;
  return connect(field, ordered, page, {
    key: ({ issue }) => issue.id,
    node: (placed) => views.issue(placed),
  });
}

function isOpen({ issue }: PlacedIssue): boolean {
  return issue.state === "open";
}

/** Who does not ask for duplicates sees them as not planned. */
function renderReason({ stateReason }: Issue, enableDuplicate: boolean): string | null {
  if (stateReason === "duplicate" && !enableDuplicate) return "NOT_PLANNED";
  return stateReason?.toUpperCase() ?? null;
}

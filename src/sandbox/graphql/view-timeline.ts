import { renderTime } from "../render/scalars.ts";
import { type Labeling, listLabelings } from "../state/labelings.ts";
import type { Issue, Repository } from "../state/records.ts";
import type { User } from "../state/user.ts";
import { connect, type PageArguments } from "./connect.ts";
import { viewLabel } from "./view-label.ts";
import type { View, Views } from "./views.ts";

interface Event {
  readonly key: number;
  readonly view: View;
}

interface TimelineArguments extends PageArguments {
  readonly itemTypes?: readonly string[];
}

/** What happened to an issue or pull request: that labels were put on, oldest first, and its last closing if it is closed. */
export function viewTimeline(
  views: Views,
  repository: Repository,
  issue: Issue,
): (page: TimelineArguments) => unknown {
  const toLabeled = ({ id, label, actor, createdAt }: Labeling): View => ({
    __typename: "LabeledEvent",
    id: `LE_${id}`,
    actor: views.user(actor),
    createdAt: renderTime(createdAt),
    label: viewLabel(views, repository, label),
  });
  const closings: readonly Event[] =
    issue.closedAt === null || issue.closedBy === null
      ? []
      : [{ key: Number.MAX_SAFE_INTEGER, view: toClosed(issue.closedBy, issue.closedAt) }];
  return ({ itemTypes, ...page }) => {
    const isWanted = (type: string) => itemTypes?.includes(type) ?? true;
    const labelings = listLabelings(issue).map((one) => ({ key: one.id, view: toLabeled(one) }));
    const events = [
      ...(isWanted("LABELED_EVENT") ? labelings : []),
      ...(isWanted("CLOSED_EVENT") ? closings : []),
    ];
    return connect("timelineItems", events, page, {
      key: ({ key }) => key,
      node: ({ view }) => view,
    });
  };

  function toClosed(actor: User, at: number): View {
    return {
      __typename: "ClosedEvent",
      id: `CE_${issue.id}_${at}`,
      actor: views.user(actor),
      createdAt: renderTime(at),
    };
  }
}

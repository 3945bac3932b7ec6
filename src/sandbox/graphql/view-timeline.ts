import { renderTime } from "../render/scalars.ts";
import { type Labeling, listLabelings } from "../state/labelings.ts";
import type { Issue, Repository } from "../state/records.ts";
import { connect, type PageArguments } from "./connect.ts";
import { viewLabel } from "./view-label.ts";
import type { View, Views } from "./views.ts";

/** What happened to a pull request, oldest first: that labels were put on, and nothing else. */
export function viewTimeline(
  views: Views,
  repository: Repository,
  issue: Issue,
): (page: PageArguments) => unknown {
  const toView = ({ id, label, actor, createdAt }: Labeling): View => ({
    __typename: "LabeledEvent",
    id: `LE_${id}`,
    actor: views.user(actor),
    createdAt: renderTime(createdAt),
    label: viewLabel(views, repository, label),
  });
  return (page) =>
    connect("timelineItems", listLabelings(issue), page, { key: ({ id }) => id, node: toView });
}

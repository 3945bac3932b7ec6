import { paginate } from "../http/paginate.ts";
import type { Answer, RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { Refusal } from "../refusal.ts";
import { renderLabel } from "../render/render-label.ts";
import { addLabels, removeLabels, setLabels } from "../state/issue-labels.ts";
import type { Issue } from "../state/records.ts";
import { findIssue, findPlace } from "./issue-place.ts";

/** The labels on one issue or pull request. Source: https://docs.github.com/en/rest/issues/labels */
export const issueLabelRoutes: RepositoryRoutes = {
  "issues/list-labels-on-issue": (call) =>
    paginate(call, findIssue(call).labels, (label) =>
      renderLabel(call.world, call.repository, label),
    ),
  "issues/add-labels": (call) => {
    const place = findPlace(call);
    addLabels(call.world, place, readNames(call.body));
    return answerLabels(call, place.issue);
  },
  "issues/set-labels": (call) => {
    const place = findPlace(call);
    setLabels(call.world, place, readNames(call.body));
    return answerLabels(call, place.issue);
  },
  "issues/remove-label": (call) => {
    const place = findPlace(call);
    const name = (call.parameters.name ?? "").toLowerCase();
    const label = place.issue.labels.find((one) => one.name.toLowerCase() === name);
    if (label === undefined) throw new Refusal(404, "Label does not exist");
    removeLabels(call.world, place, [label]);
    return answerLabels(call, place.issue);
  },
  "issues/remove-all-labels": (call) => {
    const place = findPlace(call);
    removeLabels(call.world, place, place.issue.labels);
    return { status: 204 };
  },
};

function answerLabels({ world, repository }: RepositoryCall, issue: Issue): Answer {
  return { status: 200, body: issue.labels.map((label) => renderLabel(world, repository, label)) };
}

/** Labels come as `{labels: [...]}` or as a list, each a name or an object with one. */
function readNames(body: unknown): string[] {
  type Sent = readonly (string | { readonly name: string })[];
  const labels = Array.isArray(body)
    ? body
    : ((body as { labels?: Sent } | undefined)?.labels ?? []);
  return (labels as Sent).map((label) => (typeof label === "string" ? label : label.name));
}

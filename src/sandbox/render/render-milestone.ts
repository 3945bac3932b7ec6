import type { Milestone, Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { renderUser } from "./render-user.ts";
import { repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderNodeId, renderOptionalTime, renderTime } from "./scalars.ts";

/** A milestone of a repository, with how many issues it has. */
export function renderMilestone(world: World, repository: Repository, milestone: Milestone) {
  const url = `${repositoryUrl(world, repository)}/milestones/${milestone.number}`;
  const issues = [...repository.issues.values()].filter((one) => one.milestone === milestone);
  const open = issues.filter(({ state }) => state === "open").length;
  return {
    url,
    html_url: `${repositoryPage(world, repository)}/milestone/${milestone.number}`,
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: renderNodeId("MI", milestone.id),
    number: milestone.number,
    state: milestone.state,
    title: milestone.title,
    description: milestone.description,
    creator: renderUser(world, milestone.creator),
    open_issues: open,
    closed_issues: issues.length - open,
    created_at: renderTime(milestone.createdAt),
    updated_at: renderTime(milestone.updatedAt),
    closed_at: null,
    due_on: renderOptionalTime(milestone.dueAt),
  };
}

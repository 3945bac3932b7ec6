import { repositoryPage } from "../render/repository-url.ts";
import { renderNodeId, renderOptionalTime } from "../render/scalars.ts";
import type { Milestone, Repository } from "../state/records.ts";
import type { View, Views } from "./views.ts";

/** A milestone of a repository. */
export function viewMilestone({ world }: Views, repository: Repository, one: Milestone): View {
  const { number, title, description } = one;
  return {
    __typename: "Milestone",
    ...{ id: renderNodeId("MI", one.id), number, title, description },
    dueOn: renderOptionalTime(one.dueAt),
    state: one.state.toUpperCase(),
    url: `${repositoryPage(world, repository)}/milestone/${number}`,
  };
}

import { paginate } from "../http/paginate.ts";
import type { RepositoryRoutes } from "../http/route.ts";
import { renderMilestone } from "../render/render-milestone.ts";
import { createMilestone, getMilestone } from "../state/milestones.ts";
import { getSender } from "./sender.ts";

interface SentMilestone {
  readonly title: string;
  readonly description?: string;
  readonly due_on?: string;
}

/** Source: https://docs.github.com/en/rest/issues/milestones */
export const milestoneRoutes: RepositoryRoutes = {
  "issues/list-milestones": (call) => {
    const { state = "open" } = call.query;
    const all = [...call.repository.milestones.values()];
    const wanted = all.filter((one) => state === "all" || one.state === state);
    return paginate(call, wanted, (one) => renderMilestone(call.world, call.repository, one));
  },
  "issues/get-milestone": ({ world, repository, parameters }) => {
    const milestone = getMilestone(repository, Number(parameters.milestone_number));
    return { status: 200, body: renderMilestone(world, repository, milestone) };
  },
  "issues/create-milestone": (call) => {
    const { title, description, due_on: due } = call.body as SentMilestone;
    const milestone = createMilestone(call.world, call.repository, {
      ...{ title, description, creator: getSender(call).sender },
      dueAt: due === undefined ? undefined : Date.parse(due),
    });
    return { status: 201, body: renderMilestone(call.world, call.repository, milestone) };
  },
};

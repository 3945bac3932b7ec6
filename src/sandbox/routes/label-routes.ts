import { paginate } from "../http/paginate.ts";
import type { RepositoryRoutes } from "../http/route.ts";
import { renderLabel } from "../render/render-label.ts";
import { createLabel, deleteLabel, getLabel, updateLabel } from "../state/labels.ts";

interface SentLabel {
  readonly name: string;
  readonly new_name?: string;
  readonly color?: string;
  readonly description?: string | null;
}

/** The labels that a repository defines. Source: https://docs.github.com/en/rest/issues/labels */
export const labelRoutes: RepositoryRoutes = {
  "issues/list-labels-for-repo": (call) => {
    const labels = [...call.repository.labels.values()];
    return paginate(call, labels, (label) => renderLabel(call.world, call.repository, label));
  },
  "issues/create-label": ({ world, repository, body }) => {
    const label = createLabel(world, repository, body as SentLabel);
    return { status: 201, body: renderLabel(world, repository, label) };
  },
  "issues/get-label": ({ world, repository, parameters }) => {
    const label = getLabel(repository, parameters.name ?? "");
    return { status: 200, body: renderLabel(world, repository, label) };
  },
  "issues/update-label": ({ world, repository, parameters, body }) => {
    const label = getLabel(repository, parameters.name ?? "");
    const { new_name: name, color, description } = (body ?? {}) as SentLabel;
    updateLabel(repository, label, { name, color, description });
    return { status: 200, body: renderLabel(world, repository, label) };
  },
  "issues/delete-label": ({ repository, parameters }) => {
    deleteLabel(repository, getLabel(repository, parameters.name ?? ""));
    return { status: 204 };
  },
};

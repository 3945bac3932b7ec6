import { paginate } from "../http/paginate.ts";
import type { RepositoryCall, RepositoryRoutes, Routes } from "../http/route.ts";
import { renderFieldValue, renderIssueField } from "../render/render-issue-field.ts";
import { listFieldValues, listIssueFields, setFieldValue } from "../state/issue-fields.ts";
import { findIssue } from "./issue-place.ts";

/** Source: https://docs.github.com/en/rest/orgs/issue-fields */
export const organizationFieldRoutes: Routes = {
  "orgs/list-issue-fields": ({ world, parameters }) => {
    const owner = world.users.get((parameters.org ?? "").toLowerCase());
    return { status: 200, body: listIssueFields(world, owner).map(renderIssueField) };
  },
};

interface SentValues {
  readonly issue_field_values?: readonly { readonly field_id: number; readonly value: unknown }[];
}

/** Source: https://docs.github.com/en/rest/issues/issue-field-values */
export const issueFieldRoutes: RepositoryRoutes = {
  "issues/list-issue-field-values-for-issue": (call) =>
    paginate(call, listValues(call), (value) => value),
  "issues/add-issue-field-values": (call) => {
    const place = { owner: call.repository.owner, issue: findIssue(call) };
    const { issue_field_values: sent = [] } = call.body as SentValues;
    for (const each of sent) setFieldValue(call.world, place, each);
    return { status: 200, body: listValues(call) };
  },
};

function listValues(call: RepositoryCall) {
  const values = listFieldValues(call.world, findIssue(call));
  return listIssueFields(call.world, call.repository.owner).flatMap((field) => {
    const value = values.get(field.id);
    return value === undefined ? [] : [renderFieldValue(field, value)];
  });
}

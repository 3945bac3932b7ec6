import type { IssueField } from "../state/records.ts";
import { renderNodeId } from "./scalars.ts";

/** A field of an organisation's issues. */
export function renderIssueField({ id, name, dataType, options }: IssueField) {
  return {
    ...{ id, node_id: renderNodeId("IFT", id), name, data_type: dataType },
    ...(dataType.endsWith("select") && { options: [...options] }),
  };
}

/** What an issue has in a field. */
export function renderFieldValue(field: IssueField, value: string | number) {
  const option = field.options.find(({ name }) => name === value);
  return {
    ...{ issue_field_id: field.id, issue_field_name: field.name },
    ...{ node_id: renderNodeId("IFV", field.id), data_type: field.dataType },
    value: option?.id ?? value,
    ...(option && { single_select_option: { ...option, color: "gray" } }),
  };
}

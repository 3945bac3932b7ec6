import type { PlanRecord } from "../model/record.ts";

/** Name of the record's file in a plan's folder. */
export const recordFile = "record.json";

/** The record as the text of its file. */
export function renderRecord(record: PlanRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

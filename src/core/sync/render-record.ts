import type { PlanRecord } from "../model/record.ts";

/** Name of the record's file in a plan's folder. */
export const recordFile = "record.json";

/** Name of the file beside it that holds the record of an apply while it is made. */
export const begunFile = "begun.json";

/** The record as the text of its file: a line for each task and each link, so that it stays small and its changes are seen. */
export function renderRecord(record: PlanRecord): string {
  const parts = Object.entries(record).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${JSON.stringify(key)}: ${renderValue(value)}`],
  );
  return `{\n${parts.join(",\n")}\n}\n`;
}

function renderValue(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
}

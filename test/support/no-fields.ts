import type { FieldStore } from "../../src/flows/ports.ts";

/** For flows whose settings name no fields of issues. */
export const noFields: FieldStore = {
  listFields: refuse,
  readValues: refuse,
  setValues: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(new Error("nobody asked for fields"));
}

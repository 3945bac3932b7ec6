import type { Pace } from "../../flows/ports.ts";

/** Never waits: for a GitHub without limits, such as the one to rehearse on. */
export const noPace: Pace = {
  beforeWrite: async () => undefined,
  afterRefusal: async () => false,
};

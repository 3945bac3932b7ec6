import { describe, expect, it } from "@jest/globals";
import { GitHubError } from "../../src/core/errors.ts";
import { aLayeredSpec } from "../support/a-layered-spec.ts";
import { applyOnce, applyWithFault, faultKinds } from "../support/apply-with-fault.ts";

const text = aLayeredSpec(3);

// `npm run bench -- faults` does the same with 30 tasks, every fault at every request.
describe("an apply over HTTP with one fault", () => {
  it("ends, run again, as one without faults, nothing twice, whichever request it hits", async () => {
    const { count, shop } = await applyOnce(text);
    const kinds = Object.keys(faultKinds);

    for (let n = 1; n <= count; n++) {
      const kind = kinds[n % kinds.length] ?? "";
      const { failed, lastWrites, ...end } = await applyWithFault(text, n, kind);

      expect({ n, kind, ...end }).toEqual({ n, kind, shop, faultsOfOurs: [] });
      expect({ n, kind, lastWrites }).toEqual({ n, kind, lastWrites: 0 });
      expect(failed).toBeInstanceOf(GitHubError);
      expect(failed).toMatchObject({ remedy: kind === "401" ? "fix-access" : "try-later" });
    }
  });
});

import { describe, expect, it } from "@jest/globals";
import { InputError, InvariantError } from "../../../src/core/errors.ts";
import { reviewPlan } from "../../../src/entry/cli/review-plan.ts";

/** Reviews with these answers; what was done and told, in order. */
async function review(
  answers: readonly string[],
  faults: { readonly edit?: Error; readonly plan?: Error } = {},
) {
  const seen: string[] = [];
  const left = [...answers];
  const act = (name: "edit" | "plan") => async () => {
    seen.push(name);
    if (faults[name]) throw faults[name];
  };
  const isApproved = await reviewPlan({
    ask: async () => left.shift(),
    plan: act("plan"),
    edit: act("edit"),
    tell: (line) => seen.push(line),
  });
  return { isApproved, seen };
}

describe("reviewPlan", () => {
  it("plans again until the plan is approved or given up", async () => {
    expect(await review(["r", "EDIT", "approve"])).toEqual({
      isApproved: true,
      seen: ["plan", "edit", "plan"],
    });
    expect(await review([" abort "])).toEqual({ isApproved: false, seen: [] });
  });

  it.each(["", "maybe", "approved!"])("asks again after %j", async (answer) => {
    const { isApproved, seen } = await review([answer, "a"]);

    expect([isApproved, seen]).toEqual([
      true,
      ["Answer one of: approve, edit, regenerate, abort."],
    ]);
  });

  it("tells why an edit failed, does not plan, and asks again", async () => {
    const { isApproved, seen } = await review(["edit", "approve"], {
      edit: new InputError("Cannot open spec.md in vi: it ended with 1; set another EDITOR"),
    });

    expect([isApproved, seen]).toEqual([
      true,
      [
        "edit",
        "error: Cannot open spec.md in vi: it ended with 1; set another EDITOR",
        "The plan that was made before still stands.",
      ],
    ]);
  });

  it("tells why the edited spec cannot be planned, and asks again", async () => {
    const { isApproved, seen } = await review(["edit", "abort"], {
      plan: new InputError("Cannot read spec.md: it is not UTF-8; save it as UTF-8"),
    });

    expect(isApproved).toBe(false);
    expect(seen).toContain("error: Cannot read spec.md: it is not UTF-8; save it as UTF-8");
  });

  it("gives up where no more answers come, and says so", async () => {
    const { isApproved, seen } = await review([]);

    expect([isApproved, seen]).toEqual([
      false,
      [expect.stringContaining("No answer came: standard input has ended.")],
    ]);
  });

  it("lets a fault of ours through", async () => {
    await expect(review(["r"], { plan: new InvariantError("no") })).rejects.toThrow("no");
  });
});

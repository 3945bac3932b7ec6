import { describe, expect, it } from "@jest/globals";
import { toStoreError } from "../../../src/adapters/store/to-store-error.ts";
import { FencedError } from "../../../src/core/errors.ts";

describe("toStoreError", () => {
  it.each([
    { code: "23505", name: "ConflictError", remedy: "try-later" },
    { code: "40001", name: "ConflictError", remedy: "try-later" },
    { code: "40P01", name: "ConflictError", remedy: "try-later" },
    { code: "28P01", name: "InputError", remedy: "fix-input" },
    { code: "3D000", name: "InputError", remedy: "fix-input" },
    { code: "42501", name: "KeystepsError", remedy: "fix-access" },
    { code: "42P01", name: "InvariantError", remedy: "report-bug" },
    { code: "22P02", name: "InvariantError", remedy: "report-bug" },
    { code: "ECONNREFUSED", name: "KeystepsError", remedy: "try-later" },
    { code: "57P01", name: "KeystepsError", remedy: "try-later" },
    { code: "53100", name: "KeystepsError", remedy: "try-later" },
    { code: "25006", name: "KeystepsError", remedy: "try-later" },
  ])("sorts $code as $name, $remedy", ({ code, name, remedy }) => {
    const cause = Object.assign(new Error("made up"), { code, detail: "in detail" });

    const error = toStoreError("claim a lane", cause);

    expect(error).toMatchObject({ name, remedy, cause });
    expect(error.message).toContain(
      `Cannot claim a lane: the database answered made up, in detail, ${code}`,
    );
  });

  it("leaves an error of ours as it is", () => {
    const error = new FencedError("over");

    expect(toStoreError("claim a lane", error)).toBe(error);
  });

  it("says what it can of what is no error", () => {
    expect(toStoreError("claim a lane", "gone").message).toContain("answered gone");
  });
});

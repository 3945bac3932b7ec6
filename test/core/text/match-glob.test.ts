import { describe, expect, it } from "@jest/globals";
import { matchGlob } from "../../../src/core/text/match-glob.ts";

describe("matchGlob", () => {
  it.each([
    ["db/migrations/001.sql", "**/migrations/**"],
    ["migrations/001.sql", "**/migrations/**"],
    ["./db/migrations/", "**/migrations/**"],
    ["db/migrations/*.sql", "**/migrations/**"],
    ["db\\migrations\\001.sql", "db/migrations/**"],
    [".github/workflows/deploy.yml", ".github/workflows/*deploy*"],
    ["deploy/prod/values.yaml", "/deploy/**"],
  ])("sees that %s matches %s", (path, glob) => {
    expect(matchGlob([glob])(path)).toBe(glob);
  });

  it.each([
    ["src/migrations.ts", "**/migrations/**"],
    ["docs/deploy/guide.md", "deploy/**"],
    [".github/workflows/check.yml", ".github/workflows/*deploy*"],
  ])("sees that %s does not match %s", (path, glob) => {
    expect(matchGlob([glob])(path)).toBeUndefined();
  });

  it("gives the first of several globs that match", () => {
    expect(matchGlob(["x/**", "a/**", "**"])("a/b")).toBe("a/**");
  });
});

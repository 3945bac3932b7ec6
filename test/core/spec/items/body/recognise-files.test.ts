import { describe, expect, it } from "@jest/globals";
import { readFileList } from "../../../../../src/core/spec/items/body/read-file-list.ts";
import { recogniseFiles } from "../../../../../src/core/spec/items/body/recognise-files.ts";
import { anInlineText } from "../../../../support/an-inline-text.ts";

describe("recogniseFiles", () => {
  it.each([
    ["Create User in src/models/user.py", ["src/models/user.py"]],
    [
      "Write `src/app/[id]/page.tsx`, then package.json.",
      ["src/app/[id]/page.tsx", "package.json"],
    ],
    ["Set X in `.env.local` and .env.example", [".env.local", ".env.example"]],
    ["Move (src/a.ts) to `docs/` and `Makefile`", ["src/a.ts", "docs/", "Makefile"]],
    [
      "Touch `db/migrations/**` and .github/workflows/ci.yml",
      ["db/migrations/**", ".github/workflows/ci.yml"],
    ],
    ["Serve `GET /api/books`, text/calendar and/or CI/CD in Node.js 1.2.3", []],
    ["Pass --out=reports/a.xml and https://a.b/c.md and ../x.ts/../../y.ts", []],
  ])("finds the files of %j", (line, paths) => {
    expect(recogniseFiles(anInlineText(line)).map((file) => file.path)).toEqual(paths);
  });
});

describe("readFileList", () => {
  it("reads what is to be done with each file", () => {
    const value =
      "CREATE: `src/a.ts`, EDIT src/b.ts (~20 lines); src/c.ts (new), `delete: d.md`, src/e.ts, the rest";

    expect(readFileList(anInlineText(value))).toEqual([
      { path: "src/a.ts", action: "create" },
      { path: "src/b.ts", action: "edit" },
      { path: "src/c.ts", action: "create" },
      { path: "d.md", action: "delete" },
      { path: "src/e.ts", action: undefined },
    ]);
  });
});

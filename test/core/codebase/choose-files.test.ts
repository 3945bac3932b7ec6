import { expect, it } from "@jest/globals";
import { chooseFiles } from "../../../src/core/codebase/choose-files.ts";

it("parses the code that people wrote and that is no test", () => {
  const paths = [
    ...["src/a.ts", "src/b.jsx", "web/c.tsx", "d.py", "cmd/e.go", "src/main/java/F.java"],
    ...["src/a.test.ts", "tests/b.py", "test_d.py", "cmd/e_test.go", "src/test/java/FTest.java"],
    ...["vendor/x.go", "dist/a.js", "lib/jquery.min.js", "types/a.d.ts", "api/a_pb2.py"],
    ...["README.md", "src/specs/h.ts"],
  ];

  expect(chooseFiles(paths).sources.map(({ path }) => path)).toEqual(paths.slice(0, 6));
});

it("reads what says how code is tested, deployed and owned, nearest to the top first where there is much", () => {
  const many = Array.from({ length: 500 }, (_, n) => `packages/p${n}/package.json`);
  const own = [".github/CODEOWNERS", ".github/workflows/ci.yml", "package.json"];

  const { told } = chooseFiles([...many, ...own, "src/a.ts"]);

  expect(told).toHaveLength(400);
  expect(told).toEqual(expect.arrayContaining(own));
});

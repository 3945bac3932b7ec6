import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";

const folder = ".github/workflows";
const uses = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => /\buses:/.test(line))
    .map((line) => [name, line.trim()] as const),
);

it.each(uses)("%s pins by commit, with the version behind it: %s", (_, line) => {
  expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

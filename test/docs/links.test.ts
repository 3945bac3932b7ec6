import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const pages = [
  ...readdirSync(".").filter((file) => file.endsWith(".md")),
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

/** Links to files of the repository, without anchors. */
function listLinks(page: string): readonly string[] {
  const text = readFileSync(page, "utf8").replace(/^```.*?^```/gms, "");
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

describe("links between the pages", () => {
  it("lead to files that are there", () => {
    const links = pages.flatMap((page) =>
      listLinks(page).map((target) => ({ page, target: join(dirname(page), target) })),
    );

    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ target }) => !existsSync(target))).toEqual([]);
  });
});

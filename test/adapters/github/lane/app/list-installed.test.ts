import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { listInstalled } from "../../../../../src/adapters/github/lane/app/list-installed.ts";
import { nockGitHub } from "../../../../support/nock-github.ts";

afterEach(() => nock.cleanAll());

const list = ({ octokit }: ReturnType<typeof nockGitHub>, opened: number[] = []) =>
  listInstalled(octokit, async (id) => {
    opened.push(id);
    return octokit;
  });

const aRepository = (full_name: string, archived = false) => ({ full_name, archived });

describe("listInstalled", () => {
  it("lists what every installation reaches, but for archived repositories and suspended installations", async () => {
    const line = nockGitHub();
    line.github
      .get("/app/installations")
      .query(true)
      .reply(200, [
        { id: 1, suspended_at: null },
        { id: 2, suspended_at: "2026-01-01T00:00:00Z" },
      ]);
    line.github
      .get("/installation/repositories")
      .query({ per_page: 100, page: 1 })
      .reply(200, {
        total_count: 2,
        repositories: [aRepository("Octo/Shop"), aRepository("octo/old", true)],
      });
    const opened: number[] = [];

    const found = await list(line, opened);

    expect(found).toEqual([{ lane: "octo/shop", installationId: 1 }]);
    expect(opened).toEqual([1]);
  });

  it("reads on where there are more than fit on a page", async () => {
    const line = nockGitHub();
    line.github
      .get("/app/installations")
      .query(true)
      .reply(200, [{ id: 1, suspended_at: null }]);
    for (const [page, name] of [
      [1, "octo/a"],
      [2, "octo/b"],
    ] as const) {
      line.github
        .get("/installation/repositories")
        .query({ per_page: 100, page })
        .reply(200, { total_count: 2, repositories: [aRepository(name)] });
    }

    const found = await list(line);

    expect(found.map(({ lane }) => lane)).toEqual(["octo/a", "octo/b"]);
  });

  it("fails rather than list a part", async () => {
    const line = nockGitHub();
    line.github
      .get("/app/installations")
      .query(true)
      .reply(200, [{ id: 1, suspended_at: null }]);
    line.github.get("/installation/repositories").query(true).reply(502, "Bad Gateway");

    await expect(list(line)).rejects.toMatchObject({ remedy: "try-later", status: 502 });
  });
});

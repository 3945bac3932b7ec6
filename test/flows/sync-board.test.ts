import { afterEach, describe, expect, it } from "@jest/globals";
import { applyLocalSpec } from "../../src/flows/apply-local-spec.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { type HttpShop, startHttpShop } from "../support/apply-over-http.ts";
import { testTools } from "../support/apply-text.ts";

const text = aSpecText(["1.1", "Set up"], ["1.2", "Build (3h)", "1.1"]);
const settings = `board:
  title: Roadmap
calendar:
  start: 2026-03-02
  time_zone: UTC
`;
const config = { ".github/keysteps.yml": settings };
const mayUseBoards = {
  ownerType: "Organization",
  permissions: { organization_projects: "write" },
} as const;

let shop: HttpShop | undefined;
afterEach(async () => {
  await shop?.sandbox.close();
  expect(shop?.sandbox.faultsOfOurs).toEqual([]);
});

/** The items of the only board: number of the issue and values by field. */
function lookAtBoard({ sandbox }: HttpShop) {
  const boards = [...sandbox.world.projects.values()];
  expect(boards.map(({ title }) => title)).toEqual(["Roadmap"]);
  return boards.flatMap(({ fields, items }) =>
    items.map(({ content, values }) => {
      const named = fields.flatMap(({ id, name, options }) => {
        const value = values.get(id);
        const option = options.find((one) => one.id === value?.singleSelectOptionId);
        return value ? [[name, value.number ?? value.date ?? option?.name]] : [];
      });
      return [content.issue.title, Object.fromEntries(named)];
    }),
  );
}

describe("a board that the settings name", () => {
  it("is made, with the tasks, their wave, estimate, dates and first status", async () => {
    shop = await startHttpShop(mayUseBoards);
    shop.push(text, config);

    await shop.apply();

    expect(lookAtBoard(shop)).toEqual([
      [
        "1.1: Set up",
        expect.objectContaining({
          Status: "Todo",
          Wave: 1,
          Start: expect.stringMatching(/^2026-03/),
        }),
      ],
      [
        expect.stringContaining("1.2: Build"),
        expect.objectContaining({
          Wave: 2,
          Estimate: 3,
          Target: expect.stringMatching(/^2026-03/),
        }),
      ],
    ]);
  });

  it("needs no write where all is there, and keeps a status that people set", async () => {
    shop = await startHttpShop(mayUseBoards);
    shop.push(text, config);
    await shop.apply();
    const [board] = shop.sandbox.world.projects.values();
    const status = board?.fields.find(({ name }) => name === "Status");
    const doing = status?.options[1]?.id ?? "";
    board?.items[0]?.values.set(status?.id ?? 0, { singleSelectOptionId: doing });
    const { writes } = shop.sandbox.counts();

    await shop.apply();

    expect(shop.sandbox.counts().writes).toBe(writes);
    expect(lookAtBoard(shop)[0]).toEqual([
      "1.1: Set up",
      expect.objectContaining({ Status: "In Progress" }),
    ]);
  });

  it("comes out the same where any of its writes was lost, before or after it took effect", async () => {
    shop = await startHttpShop(mayUseBoards);
    shop.push(text, config);
    await shop.apply();
    const wanted = lookAtBoard(shop);
    const total = shop.sandbox.counts().writes;

    for (const kind of ["error-before", "error-after"] as const) {
      for (let nthWrite = 1; nthWrite <= total; nthWrite++) {
        await shop.sandbox.close();
        shop = await startHttpShop(mayUseBoards);
        shop.push(text, config);
        shop.sandbox.faults.add({ kind, when: { nthWrite } });
        await expect(shop.apply()).rejects.toMatchObject({ remedy: "try-later" });

        await shop.apply();

        expect({ kind, nthWrite, board: lookAtBoard(shop) }).toEqual({
          kind,
          nthWrite,
          board: wanted,
        });
      }
    }
  }, 120_000);

  it("stops the run before its first write where the token may not, and says what does", async () => {
    shop = await startHttpShop({ ownerType: "Organization" });
    shop.push(text, config);

    await expect(shop.apply()).rejects.toMatchObject({
      remedy: "fix-access",
      message: expect.stringContaining("the token of a job cannot have it"),
    });

    expect(shop.sandbox.counts().writes).toBe(0);
  });

  it("is read by a dry run that lists its writes, and nothing is written", async () => {
    shop = await startHttpShop(mayUseBoards);
    shop.push(text, config);
    const source = {
      ...{ path: "specs/shop.md", files: [{ path: "specs/shop.md", text, secrets: [] }] },
      ...{ configText: settings, overrides: {}, changedAt: 0 },
    };
    const request = {
      ...{ source, commit: undefined, adopt: undefined, isDryRun: true },
      limits: { maxCreate: 9, maxClose: 9 },
      readOrder: async () => undefined,
      hasFile: async () => true,
    };

    const { lines } = await applyLocalSpec(request, shop.ports(), testTools);

    expect(lines).toEqual(
      expect.arrayContaining([
        '+ board "Roadmap"',
        "+ board field Wave",
        expect.stringMatching(/^\+ board item /),
        expect.stringMatching(/^~ board item .* \(Wave: 2\)$/),
        expect.stringMatching(/^~ board item .* \(Status: Todo\)$/),
      ]),
    );
    expect(shop.sandbox.counts().writes).toBe(0);
    await shop.apply();
    const again = await applyLocalSpec(request, shop.ports(), testTools);
    expect(again.lines.filter((line) => line.includes("board"))).toEqual([]);
  });

  it("is not asked for where the settings name none", async () => {
    shop = await startHttpShop(mayUseBoards);
    shop.push(text);

    await shop.apply();

    expect(shop.sandbox.world.projects.size).toBe(0);
    expect(JSON.stringify(shop.sandbox.requests)).not.toContain("projectsV2");
  });
});

import { afterEach, describe, expect, it } from "@jest/globals";
import { aSpecText } from "../support/a-spec-text.ts";
import { type HttpShop, startHttpShop } from "../support/apply-over-http.ts";

const text = aSpecText(["1.1", "Set up (2h)"], ["1.2", "Build [high] (3h)", "1.1"]);
const settings = (lines: string) => ({ ".github/keysteps.yml": `issues:\n  fields:\n${lines}` });
const named = settings("    wave: wave\n    estimate: Effort\n");

let shop: HttpShop | undefined;
afterEach(async () => {
  await shop?.sandbox.close();
  expect(shop?.sandbox.faultsOfOurs).toEqual([]);
});

async function startShop(): Promise<HttpShop> {
  const started = await startHttpShop({ ownerType: "Organization" });
  started.sandbox.addIssueField("acme", { name: "Wave", dataType: "number" });
  started.sandbox.addIssueField("acme", { name: "Effort", dataType: "text" });
  started.sandbox.addIssueField("acme", { name: "Day", dataType: "date" });
  return started;
}

/** The values of each task's issue by the field's name. */
function lookAtFields({ sandbox }: HttpShop) {
  const fields = [...sandbox.world.issueFields.values()].flat();
  return sandbox.issues("acme/shop").flatMap(({ id, title }) => {
    const values = sandbox.world.issueFieldValues.get(id);
    if (title.startsWith("Plan:")) return [];
    return [Object.fromEntries(fields.map((field) => [field.name, values?.get(field.id)]))];
  });
}

const wanted = [
  { Wave: 1, Effort: "2", Day: undefined },
  { Wave: 2, Effort: "3", Day: undefined },
];

describe("fields of an organisation that the settings name", () => {
  it("hold what tasks say, by one write an issue, and need none where they do", async () => {
    shop = await startShop();
    shop.push(text, named);

    await shop.apply();
    const { writes, byOperation } = shop.sandbox.counts();
    await shop.apply();

    expect(lookAtFields(shop)).toEqual(wanted);
    expect(byOperation["issues/add-issue-field-values"]).toBe(2);
    expect(byOperation["issues/list-issue-field-values-for-issue"]).toBeUndefined();
    expect(shop.sandbox.counts().writes).toBe(writes);
  });

  it("are written again where they differ, one issue alone", async () => {
    shop = await startShop();
    shop.push(text, named);
    await shop.apply();
    const [, first] = shop.sandbox.issues("acme/shop");
    shop.sandbox.world.issueFieldValues.delete(first?.id ?? 0);
    const { writes } = shop.sandbox.counts();

    await shop.apply();

    expect(lookAtFields(shop)).toEqual(wanted);
    expect(shop.sandbox.counts().writes).toBe(writes + 1);
  });

  it("come out the same where any of the writes was lost, before or after it took effect", async () => {
    shop = await startShop();
    shop.push(text, named);
    await shop.apply();
    const total = shop.sandbox.counts().writes;

    for (const kind of ["error-before", "error-after"] as const) {
      for (let nthWrite = 1; nthWrite <= total; nthWrite++) {
        await shop.sandbox.close();
        shop = await startShop();
        shop.push(text, named);
        shop.sandbox.faults.add({ kind, when: { nthWrite } });
        await expect(shop.apply()).rejects.toMatchObject({ remedy: "try-later" });

        await shop.apply();

        expect({ kind, nthWrite, fields: lookAtFields(shop) }).toEqual({
          ...{ kind, nthWrite, fields: wanted },
        });
      }
    }
  }, 120_000);

  it.each([
    ["has no such field", "    wave: Round\n", /the organisation has "Wave", "Effort", "Day"/],
    ["has it of another kind", "    wave: Day\n", /it is of kind date, wanted is number/],
  ])("stop the run before its first write where the organisation %s", async (_, lines, words) => {
    shop = await startShop();
    shop.push(text, settings(lines));

    const { failures } = await shop.apply();

    expect(failures).toMatchObject([{ error: { message: expect.stringMatching(words) } }]);

    expect(shop.sandbox.counts().writes).toBe(0);
  });

  it("stop the run before its first write where the repository is a person's", async () => {
    shop = await startHttpShop();
    shop.push(text, named);

    await expect(shop.apply()).rejects.toMatchObject({
      remedy: "fix-access",
      message: expect.stringMatching(/only organisations have them.*take issues\.fields out/),
    });

    expect(shop.sandbox.counts().writes).toBe(0);
  });

  it("are not asked for where the settings name none", async () => {
    shop = await startShop();
    shop.push(text);

    await shop.apply();

    expect(JSON.stringify(shop.sandbox.requests)).not.toContain("issue-field");
  });
});

import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("labels", () => {
  it("are refused when the name is taken, in whatever case", async () => {
    const { octokit } = await openSandbox();
    await octokit.rest.issues.createLabel({ ...shop, name: "Wave:1" });

    const refusal = await refusalOf(octokit.rest.issues.createLabel({ ...shop, name: "wave:1" }));

    expect(refusal).toMatchObject({
      ...{ status: 422, message: "Validation Failed" },
      errors: [{ resource: "Label", code: "already_exists", field: "name" }],
    });
  });

  it("are refused with a long name, a long description or a strange colour", async () => {
    const { octokit } = await openSandbox();
    const { createLabel } = octokit.rest.issues;

    const refusals = [
      await refusalOf(createLabel({ ...shop, name: "x".repeat(51) })),
      await refusalOf(createLabel({ ...shop, name: "a", description: "x".repeat(101) })),
      await refusalOf(createLabel({ ...shop, name: "a", color: "#ffffff" })),
    ];

    expect(refusals.map((refusal) => refusal.status)).toEqual([422, 422, 422]);
  });

  it("become defined when put on an issue", async () => {
    const { sandbox, octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "A", labels: ["one"] });

    await octokit.rest.issues.addLabels({ ...shop, issue_number: 1, labels: ["two"] });

    expect(sandbox.labels("acme/shop").map((label) => label.name)).toEqual(["one", "two"]);
  });

  it("change no issue if one of those to be put on it is refused", async () => {
    const { sandbox, octokit } = await openSandbox();
    const labels = ["fine", "x".repeat(51)];

    await refusalOf(octokit.rest.issues.create({ ...shop, title: "A", labels }));

    expect(sandbox.issues("acme/shop")).toEqual([]);
    expect(sandbox.labels("acme/shop")).toEqual([]);
  });

  it("are renamed and removed on their issues too", async () => {
    const { octokit } = await openSandbox();
    const { create, updateLabel, deleteLabel, get } = octokit.rest.issues;
    await create({ ...shop, title: "A", labels: ["one", "two"] });

    await updateLabel({ ...shop, name: "one", new_name: "uno" });
    await deleteLabel({ ...shop, name: "two" });

    const { data } = await get({ ...shop, issue_number: 1 });
    expect(data.labels).toMatchObject([{ name: "uno" }]);
  });

  it("cannot be taken off where they are not", async () => {
    const { octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "A" });

    const refusal = await refusalOf(
      octokit.rest.issues.removeLabel({ ...shop, issue_number: 1, name: "none" }),
    );

    expect(refusal).toMatchObject({ status: 404, message: "Label does not exist" });
  });

  it("are 100 on one issue at most", async () => {
    const { octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "A" });
    const labels = [...Array(101).keys()].map((n) => `label ${n}`);

    const refusal = await refusalOf(
      octokit.rest.issues.setLabels({ ...shop, issue_number: 1, labels }),
    );

    expect(refusal.status).toBe(422);
  });
});

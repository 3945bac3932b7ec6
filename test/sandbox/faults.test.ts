import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("faults", () => {
  it("come before the n-th write took effect, or after it did", async () => {
    const { sandbox, octokit } = await openSandbox();
    const { create, listForRepo } = octokit.rest.issues;

    sandbox.faults.add({ kind: "error-before", when: { nthWrite: 2 } });
    await create({ ...shop, title: "A" });
    await listForRepo(shop);
    const before = await refusalOf(create({ ...shop, title: "B" }));
    sandbox.faults.add({ kind: "error-after", when: { nthWrite: 1 } });
    const after = await refusalOf(create({ ...shop, title: "C" }));

    expect([before.status, after.status]).toEqual([502, 502]);
    expect(sandbox.issues("acme/shop").map((issue) => issue.title)).toEqual(["A", "C"]);
  });

  it("cut the connection before or after", async () => {
    const { sandbox, octokit } = await openSandbox();
    const { create } = octokit.rest.issues;

    sandbox.faults.add({ kind: "reset-before", when: { nthRequest: 1 } });
    await expect(create({ ...shop, title: "A" })).rejects.toThrow();
    sandbox.faults.add({ kind: "reset-after", when: { nthRequest: 1 } });
    await expect(create({ ...shop, title: "B" })).rejects.toThrow();

    expect(sandbox.issues("acme/shop").map((issue) => issue.title)).toEqual(["B"]);
    expect(sandbox.requests.map(({ status, fault }) => [status, fault])).toEqual([
      [0, "reset-before"],
      [0, "reset-after"],
    ]);
  });

  it("last as often as they are told, with their own status and headers", async () => {
    const { sandbox, octokit } = await openSandbox();
    const remove = sandbox.faults.add({
      ...{ kind: "error-before", status: 403, message: "You have exceeded a secondary rate limit" },
      ...{ headers: { "retry-after": "60" }, times: Number.POSITIVE_INFINITY },
      when: (request) => request.operationId === "issues/create",
    });

    const first = await refusalOf(octokit.rest.issues.create({ ...shop, title: "A" }));
    const second = await refusalOf(octokit.rest.issues.create({ ...shop, title: "A" }));
    remove();
    const third = await octokit.rest.issues.create({ ...shop, title: "A" });

    expect([first.status, second.status, third.status]).toEqual([403, 403, 201]);
  });

  it("leave a count of what was asked", async () => {
    const { sandbox, octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "A" });
    await octokit.rest.issues.listForRepo(shop);

    expect(sandbox.counts()).toEqual({
      ...{ requests: 2, reads: 1, writes: 1 },
      byOperation: { "issues/create": 1, "issues/list-for-repo": 1 },
    });
  });
});

import { describe, expect, it } from "@jest/globals";
import { noPace } from "../../src/adapters/system/no-pace.ts";
import { leaseMs } from "../../src/core/model/lease.ts";
import type { Pace } from "../../src/flows/ports.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { aLayeredSpec } from "../support/a-layered-spec.ts";
import { actAsPerson } from "../support/act-as-person.ts";
import { startHttpShop } from "../support/apply-over-http.ts";
import { applyOnce } from "../support/apply-with-fault.ts";
import { lookAtShop } from "../support/look-at-shop.ts";

const text = aLayeredSpec(3);
const reworded = text.replaceAll("Build part 1", "Build part 1 anew");
const limit = {
  kind: "error-before",
  status: 403,
  message: "You have exceeded a secondary rate limit",
  headers: { "retry-after": "60" },
} as const;

/** A person writes at the end of an issue. */
async function writeBelow(sandbox: Sandbox, title: string, words: string): Promise<void> {
  const issue = sandbox.issues("acme/shop").find((one) => one.title.includes(title));
  const body = `${issue?.body}\n\n${words}`;
  await actAsPerson(sandbox, "PATCH", `issues/${issue?.number}`, { body });
}

function bodyOf(sandbox: Sandbox, title: string): string {
  return sandbox.issues("acme/shop").find((one) => one.title.includes(title))?.body ?? "";
}

describe("what a person writes into an issue while an apply runs", () => {
  it("is kept where it came right before the first write", async () => {
    const { sandbox, push, apply } = await startHttpShop();
    push(text);
    await apply();
    push(reworded);
    const write = () => writeBelow(sandbox, "1.1: Build", "people wrote this");

    await apply({ ...noPace, beforeWrite: write });
    await sandbox.close();

    expect(bodyOf(sandbox, "1.1: Build part 1 anew")).toContain("people wrote this");
  });

  it.each([
    ["of a task", "1.1: Build"],
    ["of the plan", "Plan:"],
  ])("is kept where it came while a limit was waited out, in the issue %s", async (_, title) => {
    const { sandbox, push, apply } = await startHttpShop();
    push(text);
    await apply();
    push(text.replaceAll("Build part 1", "Build part 1 anew").replace("A small", "A smaller"));
    const number = sandbox.issues("acme/shop").find((one) => one.title.includes(title))?.number;
    sandbox.faults.add({
      ...limit,
      when: ({ method, path }) => method === "PATCH" && path.endsWith(`/issues/${number}`),
    });
    const patient: Pace = {
      ...noPace,
      afterRefusal: async (waitMs) => {
        expect(waitMs).toBe(60_000);
        await writeBelow(sandbox, title, "people wrote this");
        return true;
      },
    };

    await apply(patient);
    await sandbox.close();

    expect(bodyOf(sandbox, title)).toContain("people wrote this");
    expect(sandbox.faultsOfOurs).toEqual([]);
  });
});

describe("an issue whose making a limit refused", () => {
  it("is not made after the wait where another run has made it meanwhile", async () => {
    const { shop } = await applyOnce(text);
    const clock = { now: Date.UTC(2026, 0, 1) };
    const { sandbox, push, apply } = await startHttpShop({ now: () => clock.now });
    push(text);
    const isMaking = ({ body }: { readonly body?: unknown }) =>
      JSON.stringify(body ?? "").includes("P1.T102");
    sandbox.faults.add({
      ...limit,
      when: (request) => request.kind === "write" && isMaking(request),
    });
    const slow: Pace = {
      ...noPace,
      afterRefusal: async () => {
        clock.now += leaseMs;
        expect((await apply()).failures).toEqual([]);
        return true;
      },
    };

    const { failures } = await apply(slow);
    await sandbox.close();

    expect(failures).toEqual([]);
    expect(lookAtShop(sandbox)).toEqual(shop);
  });
});

describe("the text of an issue that is read again", () => {
  it("costs one request, however many labels the repository has", async () => {
    const { sandbox, push, apply } = await startHttpShop();
    push(text);
    await apply();
    for (let n = 0; n < 250; n++) {
      await actAsPerson(sandbox, "POST", "labels", { name: `label-${n}`, color: "ededed" });
    }
    const countReads = async () => {
      const { reads } = sandbox.counts();
      await apply();
      return sandbox.counts().reads - reads;
    };
    const unchanged = await countReads();
    push(reworded);

    const changed = await countReads();
    await sandbox.close();

    expect(changed).toBe(unchanged + 1);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { aSpecText } from "../support/a-spec-text.ts";
import { type HttpShop, startHttpShop } from "../support/apply-over-http.ts";

//  1.1 ──▶ 1.2 ──▶ 1.3, issues 2, 3 and 4
const spec = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"], ["1.3", "Show", "1.2"]);

let shop: HttpShop;
beforeEach(async () => {
  shop = await startHttpShop();
  shop.sandbox.addToken("ada", { login: "ada", permission: "admin" });
  shop.sandbox.createRepository({ owner: "acme", name: "stock" });
  shop.push(spec);
  await shop.apply();
});
afterEach(async () => {
  await shop.sandbox.close();
  expect(shop.sandbox.faultsOfOurs).toEqual([]);
});

/** What these tests look at of an answer. */
interface Answered {
  readonly node_id: string;
  readonly errors?: unknown;
}

async function ask(method: string, path: string, body?: object): Promise<Answered> {
  const answer = await fetch(`${shop.sandbox.url}${path}`, {
    method,
    headers: { authorization: "Bearer ada", "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  const text = await answer.text();
  return (text === "" ? {} : JSON.parse(text)) as Answered;
}

const edit = (body: object) => ask("PATCH", "/repos/acme/shop/issues/3", body);

async function mutate(name: string, more = "") {
  const { node_id: id } = await ask("GET", "/repos/acme/shop/issues/3");
  const query = `mutation { ${name}(input: { issueId: "${id}" ${more} }) { clientMutationId } }`;
  expect((await ask("POST", "/graphql", { query })).errors).toBeUndefined();
}

async function transfer() {
  const { node_id: id } = await ask("GET", "/repos/acme/stock");
  await mutate("transferIssue", `, repositoryId: "${id}"`);
}

const inPlace: readonly (readonly [string, () => Promise<unknown>, object])[] = [
  ["closed", () => edit({ state: "closed" }), { state: "closed", stateReason: "completed" }],
  [
    "closed as not planned",
    () => edit({ state: "closed", state_reason: "not_planned" }),
    { state: "closed", stateReason: "not_planned" },
  ],
  [
    "closed as a duplicate",
    () => edit({ state: "closed", state_reason: "duplicate" }),
    { state: "closed", stateReason: "duplicate" },
  ],
  [
    "closed and opened again",
    async () => {
      await edit({ state: "closed" });
      await edit({ state: "open" });
    },
    { state: "open" },
  ],
  ["locked", () => ask("PUT", "/repos/acme/shop/issues/3/lock"), { state: "open", isLocked: true }],
  ["pinned", () => mutate("pinIssue"), { state: "open", isPinned: true }],
];

describe("an issue that people changed", () => {
  it.each(inPlace)("stays %s, and gets what the spec changes", async (_, change, look) => {
    await change();

    await shop.apply();
    shop.push(spec.replace("Build", "Build all of it"));
    await shop.apply();

    const all = [...shop.sandbox.repository("acme/shop").issues.values()];
    expect(all).toHaveLength(4);
    expect(all[2]).toMatchObject({ title: "1.2: Build all of it", ...look });
    const writes = shop.sandbox.counts().writes;
    await shop.apply();
    expect(shop.sandbox.counts().writes).toBe(writes);
  });

  it.each([
    ["deleted, as one that became a discussion is", () => mutate("deleteIssue")],
    ["transferred", transfer],
  ])("gets a successor with its links, once: %s", async (_, remove) => {
    await remove();

    await shop.apply();

    const numbers = [...shop.sandbox.repository("acme/shop").issues.keys()];
    expect(numbers).toEqual([1, 2, 4, 5]);
    expect(shop.sandbox.blockersOf("acme/shop", 5)).toEqual([2]);
    expect(shop.sandbox.blockersOf("acme/shop", 4)).toContain(5);
    const writes = shop.sandbox.counts().writes;
    await shop.apply();
    expect(shop.sandbox.counts().writes).toBe(writes);
  });

  it.each([
    ["deleted", () => mutate("deleteIssue")],
    ["transferred", transfer],
  ])("is known as gone to a server that has REST alone: %s", async (_, remove) => {
    await shop.sandbox.close();
    shop = await startHttpShop({ missing: ["Issue.blockedBy"] });
    shop.sandbox.addToken("ada", { login: "ada", permission: "admin" });
    shop.sandbox.createRepository({ owner: "acme", name: "stock" });
    shop.push(spec);
    await shop.apply();
    await remove();

    await shop.apply();

    expect([...shop.sandbox.repository("acme/shop").issues.keys()]).toEqual([1, 2, 4, 5]);
    expect(shop.sandbox.blockersOf("acme/shop", 5)).toEqual([2]);
  });
});

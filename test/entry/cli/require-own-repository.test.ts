import { describe, expect, it } from "@jest/globals";
import { requireOwnRepository } from "../../../src/entry/cli/require-own-repository.ts";

const shop = { owner: "acme", repo: "shop" };

describe("requireOwnRepository", () => {
  it.each([
    ["https://github.com/acme/shop"],
    ["https://github.com/Acme/Shop.git"],
    ["https://x-access-token:secret@github.com/acme/shop.git/"],
    ["git@github.com:acme/shop.git"],
    ["ssh://git@github.com:22/acme/shop.git"],
    ["work:acme/shop"],
    ["https://git.example.com/scm/acme/shop.git"],
    ["../elsewhere"],
    ["C:\\work\\shop"],
  ])("lets %s be acme/shop, or anything", (remote) => {
    expect(() => requireOwnRepository([remote], shop)).not.toThrow();
  });

  it.each([
    ["https://github.com/acme/shop-old.git"],
    ["git@github.com:mona/shop.git"],
    ["https://github.com/acme/shop/wiki"],
  ])("refuses %s, and says what to do", (remote) => {
    expect(() => requireOwnRepository([remote], shop)).toThrow(/work tree of .*--other-repo/);
  });

  it("takes one of several remotes, such as a fork's upstream", () => {
    const remotes = ["git@github.com:mona/shop.git", "https://github.com/acme/shop.git"];

    expect(() => requireOwnRepository(remotes, shop)).not.toThrow();
  });

  it("shows no credentials of an address", () => {
    const remote = "https://mona:hunter2@github.com/mona/shop.git";

    expect(() => requireOwnRepository([remote], shop)).toThrow(/^(?!.*hunter2)/);
  });
});

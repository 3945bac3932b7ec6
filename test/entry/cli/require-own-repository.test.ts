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
    ["ssh://git@ssh.github.com:443/acme/shop.git"],
    ["../elsewhere"],
    ["C:\\work\\shop"],
  ])("lets %s be acme/shop, or anything", (remote) => {
    expect(() => requireOwnRepository([remote], shop)).not.toThrow();
  });

  it.each([
    ["https://github.com/acme/shop-old.git"],
    ["git@github.com:mona/shop.git"],
    ["https://github.com/acme/shop/wiki"],
    ["https://ghe.example.com/acme/shop"],
    ["git@ghe.example.com:acme/shop.git"],
  ])("refuses %s, and says what to do", (remote) => {
    expect(() => requireOwnRepository([remote], shop)).toThrow(/work tree of .*--other-repo/);
  });

  it.each([
    ["https://ghe.example.com/api/v3", "git@ghe.example.com:acme/shop.git"],
    ["https://GHE.example.com:8443/api/v3", "https://mona@ghe.example.com:8443/scm/acme/shop"],
    ["https://api.octo.ghe.com", "https://octo.ghe.com/acme/shop.git"],
    ["https://api.github.com", "https://www.github.com/acme/shop"],
    ["http://127.0.0.1:4000", "https://github.com/acme/shop"],
  ])("at %s lets %s be acme/shop", (apiUrl, remote) => {
    expect(() => requireOwnRepository([remote], { ...shop, apiUrl })).not.toThrow();
  });

  it("refuses a repository of the same name on github.com for one elsewhere, and names both", () => {
    const apiUrl = "https://ghe.example.com/api/v3";

    expect(() =>
      requireOwnRepository(["https://github.com/acme/shop"], { ...shop, apiUrl }),
    ).toThrow(
      "Cannot apply to ghe.example.com/acme/shop: the spec stands in a work tree of github.com/acme/shop",
    );
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

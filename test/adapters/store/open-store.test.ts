import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { openStore } from "../../../src/adapters/store/open-store.ts";
import { InputError } from "../../../src/core/errors.ts";
import { aTemporaryFolder } from "../../support/a-temporary-folder.ts";

describe("openStore", () => {
  it.each(["", "mysql://root@localhost/shop", "postgres://[broken"])(
    "refuses the address %j without repeating what may be secret in it",
    async (databaseUrl) => {
      const attempt = openStore({ databaseUrl });

      await expect(attempt).rejects.toThrow(InputError);
      await expect(attempt).rejects.toThrow(/DATABASE_URL is not an address such as/);
    },
  );

  it("says to try later where no server answers, and keeps the password to itself", async () => {
    const attempt = openStore({ databaseUrl: "postgres://app:hush@127.0.0.1:1/shop" });

    await expect(attempt).rejects.toMatchObject({
      remedy: "try-later",
      message: expect.stringMatching(/^(?!.*hush).*ECONNREFUSED/),
    });
  });

  it("names a place that is no directory", async () => {
    const file = join(await aTemporaryFolder(), "file");
    await writeFile(file, "");

    await expect(openStore({ dataDir: file })).rejects.toThrow(`Cannot keep data in ${file}`);
  });
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { readTextFile } from "../../../src/adapters/disk/read-text-file.ts";
import { InputError } from "../../../src/core/errors.ts";
import { aTemporaryFolder } from "../../support/a-temporary-folder.ts";

describe("readTextFile", () => {
  it("reads UTF-8 and leaves a byte order mark out", async () => {
    const path = join(await aTemporaryFolder(), "spec.md");
    await writeFile(path, "\uFEFF# Shöp 🛒\r\n");

    expect(await readTextFile(path)).toBe("# Shöp 🛒\r\n");
  });

  it("says so when there is no file", async () => {
    const path = join(await aTemporaryFolder(), "spec.md");

    await expect(readTextFile(path)).rejects.toThrow(
      `Cannot read ${path}: it does not exist; check the path`,
    );
  });

  it("says so when it is a directory", async () => {
    const path = await aTemporaryFolder();

    await expect(readTextFile(path)).rejects.toThrow(/it is a directory; name a file in it$/);
  });

  it("says so when it is not UTF-8", async () => {
    const path = join(await aTemporaryFolder(), "spec.md");
    await writeFile(path, Buffer.from("Caf\xe9", "latin1"));

    await expect(readTextFile(path)).rejects.toBeInstanceOf(InputError);
    await expect(readTextFile(path)).rejects.toThrow(/it is not UTF-8; save it as UTF-8$/);
  });
});

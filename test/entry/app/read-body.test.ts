import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "@jest/globals";
import { readBody } from "../../../src/entry/app/read-body.ts";

describe("readBody", () => {
  it("gives the bytes as text, letters that are cut in two as well", async () => {
    const bytes = Buffer.from("grün");

    expect(await readBody(Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]), 5)).toBe(
      "grün",
    );
  });

  it("stops reading above the limit", async () => {
    const stream = new PassThrough();
    stream.write("12345");
    stream.write("6");

    expect(await readBody(stream, 5)).toBeUndefined();
    expect(stream.isPaused()).toBe(true);
  });

  it("fails where the connection breaks off", async () => {
    const stream = new PassThrough();
    const body = readBody(stream, 5);
    stream.write("1");
    stream.destroy();

    await expect(body).rejects.toThrow("broke off");
  });
});

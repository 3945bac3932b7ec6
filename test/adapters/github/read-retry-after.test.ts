import { describe, expect, it } from "@jest/globals";
import { readRetryAfter } from "../../../src/adapters/github/read-retry-after.ts";

const date = "Thu, 01 Jan 2026 00:00:00 GMT";
const at = (seconds: number) => String(Date.parse(date) / 1000 + seconds);

describe("readRetryAfter", () => {
  it.each([
    ["the seconds that GitHub says", { "retry-after": "90", date }, 90_000],
    ["a minute where it says nothing", {}, 60_000],
    [
      "until the limit is renewed, by GitHub's own clock",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": at(3599), date },
      3_600_000,
    ],
    [
      "a minute where the limit is not what is used up",
      { "x-ratelimit-remaining": "12", "x-ratelimit-reset": at(3599), date },
      60_000,
    ],
    [
      "a minute where the limit was renewed already",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": at(-5), date },
      60_000,
    ],
    ["a minute for seconds that are none", { "retry-after": "soon" }, 60_000],
  ])("waits %s", (_, headers, waitMs) => {
    expect(readRetryAfter({ headers })).toBe(waitMs);
  });
});

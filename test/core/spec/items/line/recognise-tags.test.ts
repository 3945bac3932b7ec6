import { expect, it } from "@jest/globals";
import { recogniseTags } from "../../../../../src/core/spec/items/line/recognise-tags.ts";
import { anInlineText } from "../../../../support/an-inline-text.ts";

it.each([
  ["[P] [US1] Do it", true, ["US1"], "Do it"],
  ["[US01+US5] Do it", false, ["US1", "US5"], "Do it"],
  ["[P1] Do it", false, [], "Do it"],
  ["[PARALLEL]: Do it", true, [], "Do it"],
  ["[Backend] [P] Do it", false, [], "[Backend] [P] Do it"],
  ["Do [P] it", false, [], "Do [P] it"],
])("reads the tags of %j", (line, isParallel, stories, rest) => {
  const tags = recogniseTags(anInlineText(line));

  expect([tags.isParallel, tags.stories, tags.rest.text]).toEqual([isParallel, stories, rest]);
});

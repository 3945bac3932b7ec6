import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { dialects, makeSpec } from "../../../scripts/bench/make-spec.ts";
import { readSpec } from "../../support/read-spec.ts";

/** How many mutations are tried; `KEYSTEPS_FUZZ_RUNS=5000` for a long night. */
const numRuns = Number(process.env.KEYSTEPS_FUZZ_RUNS ?? 150);

/** A folder of other people's specs to mutate as well, if there is one at hand. */
const folder = process.env.KEYSTEPS_FUZZ_FOLDER;

describe("parseSpec on broken texts", () => {
  it("never throws, and every place it names is in the text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...listTexts()),
        fc.array(mutation(), { maxLength: 4 }),
        (text, steps) => {
          const broken = steps.reduce((before, step) => step(before), text);
          const lines = broken.split(/\r\n|\n|\r/).length;

          const document = readSpec(broken, "a.md");

          const places = [
            ...document.tasks,
            ...document.statements,
            ...document.requirements,
            ...document.parts,
            ...document.diagnostics.map(({ at }) => at),
          ];
          for (const { line } of places) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
          }
          const refs = document.tasks.map(({ ref }) => ref);
          expect(new Set(refs).size).toBe(refs.length);
          const ids = document.requirements.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns },
    );
  });
});

function listTexts(): readonly string[] {
  const made = dialects.map((name) => makeSpec(1_500, name));
  const formats = readFileSync("docs/spec-formats.md", "utf8");
  const found =
    folder === undefined
      ? []
      : readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((name) => name.endsWith(".md"))
          .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  return [...made, formats, formats.replaceAll("```", ""), ...found];
}

type Mutation = (text: string) => string;

/** One way in which files get broken, at a place given as a share of the text. */
function mutation(): fc.Arbitrary<Mutation> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const piece = fc.constantFrom(
    ...[
      "\0",
      "```\n",
      "~~~",
      "\r\n",
      "\r",
      "\uFEFF",
      "<!--",
      "<script>",
      "> ",
      "\t",
      "| a |\n|---|\n",
      "<task><name>",
      "</task>",
      "```dot\n",
      "```mermaid\ngantt\n",
      "↘ ",
      "(after ",
    ],
    ...[
      "[",
      "](",
      "**",
      "`",
      "- ".repeat(60),
      `${"  ".repeat(90)}- x\n`,
      "\u2028",
      "\uD800",
      "---\n",
    ],
    ...[
      "[^1]: ",
      "[a]: b\n",
      "T001 -> ",
      "(depends on ",
      "\n\n\n",
      "&#0;",
      "GIVEN ",
      "FR-001: ",
      "T001-T999999999",
    ],
  );
  return fc.oneof(
    place.map(
      (at): Mutation =>
        (text) =>
          text.slice(0, at * text.length),
    ),
    place.map(
      (at): Mutation =>
        (text) =>
          text.slice(at * text.length),
    ),
    fc.tuple(place, piece).map(
      ([at, what]): Mutation =>
        (text) => {
          const cut = Math.floor(at * text.length);
          return text.slice(0, cut) + what + text.slice(cut);
        },
    ),
    piece.map(
      (what): Mutation =>
        (text) =>
          text.replaceAll("\n", `\n${what}`),
    ),
    fc.constant<Mutation>((text) => text.replaceAll("\n", "\r\n")),
    fc.constant<Mutation>((text) =>
      text.replace(/\n/g, (end, at: number) => (at % 2 ? end : "\r\n")),
    ),
    fc.constant<Mutation>((text) => text.replaceAll(/^/gm, "> ")),
    fc.constant<Mutation>((text) => text.replaceAll(/^/gm, "  ")),
    fc.constant<Mutation>((text) => text.split("\n").reverse().join("\n")),
    fc.constant<Mutation>((text) => text + text),
  );
}

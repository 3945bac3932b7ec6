import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";

const page = readFileSync("docs/troubleshooting.md", "utf8");
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("sandbox"))
  .map((name) => readFileSync(join("src", name), "utf8"))
  .join("\n");

/** The messages in the first column: what stands in code there, dots aside. */
const messages = page
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)])
  .flatMap(([, words = ""]) => words.split("…"))
  .map((words) => words.trim())
  .filter((words) => words !== "");

/** GitHub's status and the reason of a skip are put in where the message is made. */
const filled = /\b40[34]$|^Nothing to do: /;

it.each(messages)("a message of the page is one that can be met: %s", (words) => {
  expect(sources).toContain(words.replace(filled, "").trim());
});

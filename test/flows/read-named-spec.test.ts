import { describe, expect, it } from "@jest/globals";
import { readNamedSpec } from "../../src/flows/read-named-spec.ts";

const tools = { findSecrets: async () => [] };

function read(path: string, texts: Readonly<Record<string, string>>, names?: readonly string[]) {
  return readNamedSpec({ path, names, readFile: async (each) => texts[each] }, tools);
}

describe("readNamedSpec", () => {
  it("gives the same for a folder and for the file that stands for it", async () => {
    const texts = { "a/spec.md": "prose", "a/tasks.md": "tasks" };

    const byFolder = await read("a", texts, ["spec.md", "tasks.md"]);

    expect(byFolder).toEqual(await read("a/tasks.md", texts));
    expect(byFolder).toEqual({
      path: "a/tasks.md",
      files: [
        { path: "a/spec.md", text: "prose", secrets: [] },
        { path: "a/tasks.md", text: "tasks", secrets: [] },
      ],
    });
  });

  it("refuses a task list that is not there, though its prose is", async () => {
    await expect(read("a/tasks.md", { "a/spec.md": "prose" })).rejects.toThrow(
      "Cannot read a/tasks.md: it does not exist; check the path",
    );
  });

  it("refuses a folder with nothing to read", async () => {
    await expect(read("src", {}, ["main.ts"])).rejects.toThrow("it holds no Markdown file");
  });
});

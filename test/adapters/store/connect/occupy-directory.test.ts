import { spawn } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "@jest/globals";
import { occupyDirectory } from "../../../../src/adapters/store/connect/occupy-directory.ts";
import { readProcessStart } from "../../../../src/adapters/store/connect/read-process-start.ts";
import { aTemporaryFolder } from "../../../support/a-temporary-folder.ts";
import { startScript } from "../../../support/start-script.ts";

const script = "test/adapters/store/connect/occupy-script.ts";

describe("occupyDirectory", () => {
  let folder: string;
  let directory: string;

  beforeEach(async () => {
    folder = await aTemporaryFolder();
    directory = join(folder, "data");
  });

  it("writes its file beside the directory and removes it in the end", async () => {
    const leave = occupyDirectory(directory);
    const { pid } = JSON.parse(await readFile(`${directory}.pid`, "utf8"));
    leave();

    expect(pid).toBe(process.pid);
    expect(await readdir(folder)).toEqual([]);
  });

  it("refuses a second taker in the same process", () => {
    const leave = occupyDirectory(directory);

    expect(() => occupyDirectory(directory)).toThrow(`process ${process.pid} on ${hostname()}`);

    leave();
    occupyDirectory(directory)();
  });

  it("never takes a directory from a living process, and takes it over from a dead one", async () => {
    const other = startScript(script, [directory]);
    await other.readLine();
    other.send("take it");
    expect(await other.readLine()).toBe("mine");
    expect(() => occupyDirectory(directory)).toThrow(`process ${other.child.pid} on`);

    other.child.kill("SIGKILL");
    await other.end();

    occupyDirectory(directory)();
    expect(await readdir(folder)).toEqual([]);
  });

  it("tells a process from an earlier one with the same number", async () => {
    await writeOccupant({ startedAt: `${readProcessStart(process.pid)}0` });

    expect(() => occupyDirectory(directory)).not.toThrow();
  });

  it.each([
    { what: "of another host", occupant: { pid: 2 ** 30, host: "elsewhere" } },
    { what: "that says nothing", occupant: {} },
  ])("does not judge a file $what", async ({ occupant }) => {
    await writeFile(`${directory}.pid`, JSON.stringify({ startedAt: "1", ...occupant }));

    expect(() => occupyDirectory(directory)).toThrow(/if it is gone for good, remove the file/);

    expect(await readdir(folder)).toEqual(["data.pid"]);
  });

  it("lets one of many take over from a dead process", async () => {
    const rivals = [1, 2, 3, 4].map(() => startScript(script, [directory]));
    for (const rival of rivals) await rival.readLine();
    await writeOccupant({ pid: 2 ** 30 });

    for (const rival of rivals) rival.send("take it");
    const ends = await Promise.all(rivals.map((rival) => rival.readLine()));

    expect(ends.toSorted()).toEqual(["InputError", "InputError", "InputError", "mine"]);
    await Promise.all(rivals.map((rival) => rival.end()));
  });

  it("names the path that cannot be written", () => {
    expect(() => occupyDirectory(join(folder, "missing", "data"))).toThrow(
      /^Cannot write .*missing\/data\.pid/,
    );
  });

  async function writeOccupant(parts: object): Promise<void> {
    const occupant = { pid: process.pid, host: hostname(), startedAt: "1", ...parts };
    await writeFile(`${directory}.pid`, JSON.stringify(occupant));
  }
});

const itOnLinux = process.platform === "linux" ? it : it.skip;

itOnLinux("a zombie is not running", async () => {
  // The shell becomes a program that never asks how its child has ended.
  const parent = spawn("sh", ["-c", "cat <&3 & echo $!; exec sleep 60 3<&-"], {
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const said = await parent.stdout?.[Symbol.asyncIterator]().next();
  const child = Number(String(said?.value));
  const readCommand = () => readFile(`/proc/${parent.pid}/comm`, "utf8");
  while ((await readCommand()) !== "sleep\n") await new Promise(setImmediate);
  expect(readProcessStart(child)).toMatch(/^\d+$/);

  parent.stdio[3]?.destroy();
  while (readProcessStart(child) !== undefined) await new Promise(setImmediate);

  expect(() => process.kill(child, 0)).not.toThrow();
  parent.kill("SIGKILL");
});

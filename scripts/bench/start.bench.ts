import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildProduct } from "../../test/support/build-product.ts";
import { Verdict } from "./verdict.ts";

const factor = 2.2;

/**
 * How long the built Action takes from the start of its process to its first request, beside a node
 * that does nothing but one fetch, in turns. The node is the one that KEYSTEPS_NODE24 names, since
 * runners have Node 24, else this one.
 *
 * @param args How often each is started; 15 if not given.
 * @returns 1 where the Action takes more than {@link factor} times as long, by the best of each: what else runs on the machine only adds.
 */
export async function run([rounds = "15"]: readonly string[]): Promise<number> {
  const node = resolve(process.env.KEYSTEPS_NODE24 ?? process.execPath);
  const product = buildProduct();
  const folder = mkdtempSync(join(tmpdir(), "keysteps-start-"));
  let arrive = () => {};
  const server = createServer((_, response) => {
    arrive();
    response.writeHead(404).end("{}");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const plain = join(folder, "fetch.mjs");
  writeFileSync(plain, "await fetch(process.env.GITHUB_API_URL);\n");
  const event = join(folder, "event.json");
  const repository = { default_branch: "main", full_name: "acme/shop" };
  const push = { ref: "refs/heads/main", before: "0".repeat(40), after: "1".repeat(40) };
  writeFileSync(event, JSON.stringify({ ...push, repository }));
  const env = {
    GITHUB_API_URL: url,
    GITHUB_EVENT_NAME: "push",
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: "acme/shop",
    INPUT_TOKEN: "none",
    INPUT_SPEC: "**/spec.md",
    INPUT_PACE: "none",
  };

  const times: Record<"plain" | "action", number[]> = { plain: [], action: [] };
  for (let round = 0; round < Number(rounds); round++) {
    times.plain.push(await measure(plain));
    times.action.push(await measure(product.action));
  }
  server.closeAllConnections();
  server.close();
  product.remove();
  rmSync(folder, { recursive: true, force: true });

  const [ours, theirs] = [Math.min(...times.action), Math.min(...times.plain)];
  const medians = takeMedian(times.action) / takeMedian(times.plain);
  console.log(
    `best of ${rounds}: one fetch ${theirs.toFixed(0)} ms, the Action ${ours.toFixed(0)} ms; medians ${medians.toFixed(2)} times`,
  );
  const verdict = new Verdict();
  verdict.atMost("start to first request, times one fetch", ours / theirs, factor);
  return verdict.exitCode;

  /** Milliseconds from spawning a process to its first request. */
  function measure(file: string): Promise<number> {
    return new Promise((done, fail) => {
      const start = performance.now();
      let took: number | undefined;
      arrive = () => {
        took ??= performance.now() - start;
      };
      const child = spawn(node, [file], { env, stdio: "ignore" });
      child.on("error", fail);
      child.on("close", () =>
        took === undefined ? fail(new Error(`${file} asked nothing`)) : done(took),
      );
    });
  }
}

function takeMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

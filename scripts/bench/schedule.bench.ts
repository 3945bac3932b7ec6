import { parseArgs } from "node:util";
import { findFault } from "../../src/core/schedule/order/find-fault.ts";
import { measureBounds } from "../../src/core/schedule/order/measure-bounds.ts";
import { packedDecoder } from "../../src/core/schedule/order/packed-decoder.ts";
import { searchSchedule } from "../../src/core/schedule/order/search-schedule.ts";
import { wordDecoder } from "../../src/core/schedule/order/word-decoder.ts";
import { layOutWords } from "../../src/core/schedule/order/word-layout.ts";
import { type Instance, listInstances } from "./list-instances.ts";
import { makeProject } from "./make-project.ts";
import { measureBest } from "./measure-best.ts";
import { Verdict } from "./verdict.ts";

/** Limits of the deviations in percent, by class and schedules. */
const limits: Readonly<Record<string, { readonly known?: number; readonly path?: number }>> = {
  "j30 5000": { known: 0.05 },
  "j30 50000": { known: 0.015 },
  "j60 5000": { path: 10.98 },
  "j60 50000": { path: 10.65 },
};

/**
 * How good and how fast schedules are. With `--psplib DIR` on the public instances there: all
 * classes and budgets, or those given; `--part 1/4` takes every fourth instance.
 */
export function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      psplib: { type: "string" },
      json: { type: "boolean", default: false },
      class: { type: "string", multiple: true, default: ["j30", "j60"] },
      schedules: { type: "string", multiple: true, default: ["1000", "5000", "50000"] },
      part: { type: "string", default: "1/1" },
      seed: { type: "string", default: "1" },
    },
  });
  const verdict = new Verdict();
  if (!values.json) compareDecoders(verdict);
  if (values.psplib === undefined) return Promise.resolve(verdict.exitCode);
  const [part = 1, parts = 1] = values.part.split("/").map(Number);
  const results = values.class.flatMap((name) => {
    const all = listInstances(values.psplib ?? "", name);
    const instances = all.filter((_, index) => index % parts === part - 1);
    return values.schedules.map((budget) =>
      searchAll(name, instances, Number(budget), Number(values.seed)),
    );
  });
  if (values.json) console.log(JSON.stringify(results, undefined, 2));
  else for (const result of results) judge(result, verdict);
  return Promise.resolve(verdict.exitCode);
}

/** One kernel beside the other on the same lists, in turns. */
function compareDecoders(verdict: Verdict): void {
  const project = makeProject(60, 4, 3);
  const layout = layOutWords({ ...project, count: 60 });
  const finishes = new Int32Array(60);
  const repeat = (decode: ReturnType<typeof packedDecoder>) => () => {
    for (let i = 0; i < 2000; i++) decode(project.order, finishes);
  };
  const packed = repeat(packedDecoder(project, layout));
  const general = repeat(wordDecoder(project, layout));
  const rounds = Array.from({ length: 12 }, () => [
    measureBest(5, packed),
    measureBest(5, general),
  ]);
  const [packedMs = 0, generalMs = 0] = [0, 1].map((at) =>
    Math.min(...rounds.map((times) => times[at] ?? 0)),
  );
  console.log(`packed kernel, 60 activities: ${Math.round(2000 / packedMs)}k schedules/s`);
  verdict.atMost("kernel for any number of resources, times packed", generalMs / packedMs, 1.6);
}

function searchAll(name: string, instances: readonly Instance[], budget: number, seed: number) {
  let [known, path, schedules, proved] = [0, 0, 0, 0];
  const before = process.cpuUsage();
  for (const { name: instance, project, bestKnown } of instances) {
    const found = searchSchedule(project, { budget, seed });
    const fault = findFault(project, found.starts);
    if (fault !== undefined) throw new Error(`${instance}: ${fault}`);
    known += found.makespan / bestKnown - 1;
    path += found.makespan / measureBounds(project).criticalPath - 1;
    schedules += found.schedules;
    if (found.makespan === found.lowerBound) proved++;
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return {
    class: name,
    instances: instances.length,
    schedules: budget,
    avgDeviationFromBestKnown: (100 * known) / instances.length,
    avgDeviationFromCriticalPath: (100 * path) / instances.length,
    schedulesPerSecond: Math.round(schedules / seconds),
    provedByBound: proved,
  };
}

function judge(result: ReturnType<typeof searchAll>, verdict: Verdict): void {
  const { class: name, schedules, instances } = result;
  const what = `${name}, ${instances} instances, ${schedules} schedules`;
  const { known, path } = limits[`${name} ${schedules}`] ?? {};
  console.log(
    `${what}: ${result.avgDeviationFromBestKnown.toFixed(3)} % above best known, ${result.avgDeviationFromCriticalPath.toFixed(2)} % above critical path, ${result.schedulesPerSecond} schedules/s, ${result.provedByBound} proved by the bound`,
  );
  if (known !== undefined) {
    verdict.atMost(`${what}, above best known`, result.avgDeviationFromBestKnown, known, " %");
  }
  if (path !== undefined) {
    verdict.atMost(`${what}, above path`, result.avgDeviationFromCriticalPath, path, " %");
  }
}

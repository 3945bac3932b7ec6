import { isDeepStrictEqual } from "node:util";
import { aLayeredSpec } from "../../test/support/a-layered-spec.ts";
import { applyOnce, applyWithFault, faultKinds } from "../../test/support/apply-with-fault.ts";

/**
 * Applies a spec over HTTP on the sandbox with each kind of fault at every single request, runs it
 * again, and counts what ends otherwise than without faults.
 *
 * @param args The number of tasks; 30 if none is given.
 * @returns 1 where anything was lost or is there twice.
 */
export async function run([tasks = "30"]: readonly string[]): Promise<number> {
  const text = aLayeredSpec(Number(tasks));
  const { count, shop } = await applyOnce(text);
  console.log("| fault | at each of | ended otherwise | writes of a third apply |");
  console.log("| --- | --- | --- | --- |");
  let wrong = 0;
  for (const kind of Object.keys(faultKinds)) {
    let [other, writes] = [0, 0];
    for (let n = 1; n <= count; n++) {
      const end = await applyWithFault(text, n, kind);
      if (!isDeepStrictEqual(end.shop, shop) || end.faultsOfOurs.length > 0) other++;
      writes += end.lastWrites;
    }
    console.log(`| ${kind} | ${count} requests | ${other} | ${writes} |`);
    wrong += other + writes;
  }
  return wrong === 0 ? 0 : 1;
}

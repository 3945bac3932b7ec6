import { layerGraph } from "../../graph/layer-graph.ts";
import type { WaveList, WaveWork } from "./wave-work.ts";

/** How a layer that is too full for one wave is split. */
export type Split = "balanced" | "alike";

/** A wave being filled. */
interface SubWave {
  readonly tasks: number[];
  readonly used: Int32Array;
  hours: number;
}

/**
 * Makes one wave of each layer of the graph, and several where size or units do not allow one. The
 * longest tasks are placed first, either each into the wave with the least hours so far, so that all
 * have about the same (LPT, Graham 1969), or into the first with room, so that tasks of about the
 * same length wait for each other. No task may need more units than there are.
 */
export function splitLayers(work: WaveWork, split: Split): WaveList {
  const { layerOf } = layerGraph(work.workload.graph);
  const layers: number[][] = [];
  for (const [task, layer] of layerOf.entries()) {
    while (layers.length <= layer) layers.push([]);
    layers[layer]?.push(task);
  }
  return layers.flatMap((layer) => splitLayer(layer, work, split));
}

function splitLayer(layer: readonly number[], work: WaveWork, split: Split): WaveList {
  const { hours, workload } = work;
  const { capacities } = workload;
  const fewest = split === "balanced" ? countLeast(layer, work) : 1;
  const waves = Array.from({ length: fewest }, () => emptyWave(capacities.length));
  for (const task of layer.toSorted((a, b) => (hours[b] ?? 0) - (hours[a] ?? 0) || a - b)) {
    let best: SubWave | undefined;
    for (const wave of waves) {
      if (!hasRoom(wave, task, work)) continue;
      if (best === undefined || wave.hours < best.hours) best = wave;
      if (split === "alike") break;
    }
    if (best === undefined) {
      best = emptyWave(capacities.length);
      waves.push(best);
    }
    best.tasks.push(task);
    best.hours += hours[task] ?? 0;
    for (let k = 0; k < capacities.length; k++) {
      best.used[k] = (best.used[k] ?? 0) + unitsOf(task, k, work);
    }
  }
  return waves.map(({ tasks }) => tasks).filter((tasks) => tasks.length > 0);
}

/** Fewer waves than that cannot hold the layer. */
function countLeast(layer: readonly number[], work: WaveWork): number {
  const bySize = Math.ceil(layer.length / work.maxWaveSize);
  const byUnits = [...work.workload.capacities].map((capacity, k) => {
    const asked = layer.reduce((sum, task) => sum + unitsOf(task, k, work), 0);
    return asked === 0 ? 1 : Math.ceil(asked / capacity);
  });
  return byUnits.reduce((most, count) => Math.max(most, count), bySize);
}

function emptyWave(limits: number): SubWave {
  return { tasks: [], used: new Int32Array(limits), hours: 0 };
}

function hasRoom({ tasks, used }: SubWave, task: number, work: WaveWork): boolean {
  if (tasks.length >= work.maxWaveSize) return false;
  return work.workload.capacities.every(
    (capacity, k) => (used[k] ?? 0) + unitsOf(task, k, work) <= capacity,
  );
}

function unitsOf(task: number, k: number, { workload }: WaveWork): number {
  return workload.needs[task * workload.capacities.length + k] ?? 0;
}

import type { WavesJson } from "../../model/artifact/waves-json.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { Plan } from "../../model/plan.ts";
import type { Forecast, Schedule } from "../../model/schedule.ts";
import { listLimitUsers } from "../list-limit-users.ts";
import { measureRun, type RunMeasures } from "../measure-run.ts";
import { roundHours } from "../round-hours.ts";
import { tellMitigation } from "./tell-mitigation.ts";

type Rolling = NonNullable<WavesJson["execution_models"]["rolling_frontier"]>;
type ResourceForecast = Pick<
  Rolling,
  "resource_utilization_forecast" | "critical_resource_contentions"
>;

/**
 * How busy slots and machines are, and who contends for what. Averages come from the simulated runs,
 * peaks and waits from the one in which each task takes its expected hours.
 */
export function buildResourceForecast(
  plan: Plan,
  schedule: Schedule,
  forecast: Forecast,
): ResourceForecast {
  const measures = measureRun(plan, forecast);
  return {
    resource_utilization_forecast: {
      ...toMachine(forecast, schedule.capacities, measures),
      ...toConcurrency(forecast, plan.config.maxConcurrentTasks, measures),
    },
    critical_resource_contentions: forecast.bottlenecks.map((bottleneck) => {
      const { resource, addsHours, oneMoreSavesHours, inWaves } = bottleneck;
      const waitHours = measures.waitHours.get(resource as ResourceId);
      return {
        resource,
        contention_points: listLimitUsers({ plan, schedule }, resource).length,
        ...(waitHours !== undefined && { estimated_wait_time_hours: roundHours(waitHours) }),
        mitigation: tellMitigation(bottleneck),
        adds_hours: roundHours(addsHours),
        ...(oneMoreSavesHours !== undefined && {
          one_more_unit_saves_hours: roundHours(oneMoreSavesHours),
        }),
        in_waves: { adds_waves: inWaves.addsWaves, adds_hours: roundHours(inWaves.addsHours) },
      };
    }),
  };
}

/** The runs are random, so an average can be above the busiest moment of the expected one. */
function toConcurrency({ rolling }: Forecast, slots: number, { mostAtOnce }: RunMeasures) {
  const average = roundHours(rolling.utilisation * slots);
  return {
    average_concurrency: average,
    max_concurrency: Math.max(mostAtOnce, Math.ceil(average)),
  };
}

/** Of what the machines may give; only where tasks take of it. */
function toMachine(
  { usage }: Forecast,
  capacities: Schedule["capacities"],
  { mostCpuCores, mostMemoryMb }: RunMeasures,
) {
  const [cpu, memory] = (["cpu_cores", "memory_mb"] as ResourceId[]).map((id) => ({
    average: usage[id],
    units: capacities[id] ?? 1,
  }));
  return {
    ...(cpu?.average !== undefined && {
      average_cpu_percent: toPercent(cpu.average),
      peak_cpu_percent: toPercent(Math.max(cpu.average, mostCpuCores / cpu.units)),
    }),
    ...(memory?.average !== undefined && {
      average_memory_percent: toPercent(memory.average),
      peak_memory_percent: toPercent(Math.max(memory.average, mostMemoryMb / memory.units)),
    }),
  };
}

/** Above 100 only while more is under way than there is. */
function toPercent(share: number): number {
  return Math.round(100 * share);
}

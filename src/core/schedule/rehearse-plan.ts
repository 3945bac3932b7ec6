import { nameGraph } from "../graph/name-graph.ts";
import type { TaskId } from "../model/ids.ts";
import type { Rehearsal, RehearsalEvent, RehearsalWave } from "../model/rehearsal.ts";
import type { FrontierInput } from "./next-frontier.ts";
import { rankWorkload } from "./simulate/rank-workload.ts";
import { emptyLog, type RunLog } from "./simulate/run-log.ts";
import { type Barriers, type Progress, Runner } from "./simulate/runner.ts";
import { toWorkload } from "./to-workload.ts";

/**
 * Runs a plan once from where it stands, by the frontier that forecast and coordinator follow: what is
 * ready and fits begins at once, the most urgent first. Every predecessor must be a task of the plan.
 *
 * @param hours Of each task; those under way have all of them before them.
 * @param waves If given, a wave opens only when enough of the one before is finished.
 */
export function rehearsePlan(
  state: FrontierInput,
  hours: ReadonlyMap<TaskId, number>,
  waves?: readonly RehearsalWave[],
): Rehearsal {
  const tasks = state.tasks.toSorted((a, b) => b.urgency - a.urgency);
  const ids = tasks.map(({ id }) => id);
  const graph = nameGraph(ids, state.edges);
  const needs = tasks.map((task) => task.needs);
  const workload = toWorkload({ ...state, graph, needs }, state.maxConcurrent);
  const work = rankWorkload(workload, Int32Array.from(ids.keys()));
  const progress: Progress = {
    isDone: Uint8Array.from(ids, (id) => Number(state.completed.has(id))),
    started: Int32Array.from([...ids.keys()].filter((rank) => isUnderWay(ids[rank], state))),
  };
  const log = emptyLog(ids.length);
  log.finishes.fill(Number.NaN);
  const runner = new Runner(work, progress, waves && toBarriers(ids, waves));
  const end = runner.run(
    Float64Array.from(ids, (id) => hours.get(id) ?? 0),
    log,
  );
  const ran = [...ids.keys()].filter(
    (rank) => progress.isDone[rank] === 0 && !Number.isNaN(log.finishes[rank]),
  );
  const events = listEvents(ran, log, progress).map(
    ({ rank, ...event }): RehearsalEvent => ({ ...event, task: ids[rank] as TaskId }),
  );
  return {
    events,
    hours: end,
    mostAtOnce: countMost(events, progress.started.length),
    stuck: ids.filter((_, rank) => Number.isNaN(log.finishes[rank])),
  };
}

function isUnderWay(id: TaskId | undefined, { started, completed }: FrontierInput): boolean {
  return id !== undefined && started.has(id) && !completed.has(id);
}

function toBarriers(ids: readonly TaskId[], waves: readonly RehearsalWave[]): Barriers {
  const numbers = new Map(waves.flatMap(({ tasks }, at) => tasks.map((task) => [task, at])));
  return {
    waveOf: Int32Array.from(ids, (id) => numbers.get(id) ?? 0),
    quorums: Int32Array.from(waves, ({ quorum }) => quorum),
  };
}

/**
 * Begins and ends in the order in which they happened. At one time the runner goes in rounds: it counts
 * off what ends, then begins what that lets begin; what takes no time ends in the next round.
 */
function listEvents(ran: readonly number[], log: RunLog, { started }: Progress) {
  const rounds = countRounds(ran, log);
  const before = new Set(started);
  const events = ran.flatMap((rank) => {
    const [start = 0, finish = 0] = [log.starts[rank], log.finishes[rank]];
    const round = rounds.get(rank) ?? 0;
    const begins = { rank, atHours: start, kind: "begins" as const, round };
    const end = { rank, atHours: finish, kind: "finishes" as const };
    const finishes = { ...end, round: finish === start ? round + 1 : 0 };
    return before.has(rank) ? [finishes] : [begins, finishes];
  });
  return events
    .toSorted(
      (a, b) =>
        a.atHours - b.atHours ||
        a.round - b.round ||
        Number(a.kind === "begins") - Number(b.kind === "begins") ||
        a.rank - b.rank,
    )
    .map(({ round: _, ...event }) => event);
}

/** By rank, the round in which it begins: one after that of what let it begin, if that took no time. */
function countRounds(
  ran: readonly number[],
  { starts, finishes, causes }: RunLog,
): ReadonlyMap<number, number> {
  const rounds = new Map<number, number>();
  for (const first of ran) {
    const way: number[] = [];
    for (let rank = first; rank >= 0 && !rounds.has(rank); rank = causes[rank] ?? -1) {
      way.push(rank);
    }
    for (const rank of way.toReversed()) {
      const cause = causes[rank] ?? -1;
      const isSudden = cause >= 0 && starts[cause] === finishes[cause];
      rounds.set(rank, isSudden ? (rounds.get(cause) ?? 0) + 1 : 0);
    }
  }
  return rounds;
}

function countMost(events: readonly RehearsalEvent[], underWay: number): number {
  let [now, most] = [underWay, underWay];
  for (const { kind } of events) {
    now += kind === "begins" ? 1 : -1;
    most = Math.max(most, now);
  }
  return most;
}

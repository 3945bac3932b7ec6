import { ConflictError } from "../../src/core/errors.ts";
import type { LaneRecord } from "../../src/core/model/lane-record.ts";
import type { LaneClaim, LaneCommit } from "../../src/flows/store-port.ts";
import type { MemoryTables } from "./memory-tables.ts";

/**
 * Stores a decision in memory: looks at everything first, so that a refusal changes nothing.
 *
 * @throws {ConflictError} as the SQL store does.
 */
export function commitInMemory(
  tables: MemoryTables,
  claim: LaneClaim,
  commit: LaneCommit,
  now: number,
): void {
  refuseConflicts(tables, commit);
  const lane = tables.lanes.get(claim.lane);
  if (lane !== undefined) lane.wakeAt = commit.wakeAt;
  if (commit.adoption) adopt(tables, claim, commit.adoption, now);
  for (const row of tables.listPending(claim.lane)) {
    if (row.seq <= commit.lastSeq) row.state = "done";
  }
  const freed = commit.releases.flatMap(({ holdId }) => {
    const row = tables.findHold(holdId);
    if (row === undefined) return [];
    row.isReleased = true;
    row.releasedAt = now;
    return [{ scope: row.hold.scope, repository: row.hold.holder.repository }];
  });
  changeHolds(tables, commit);
  changeFreezes(tables, commit, now);
  for (const write of tables.listUnsent(claim.lane)) {
    if (commit.drops.includes(write.row.id))
      Object.assign(write, { state: "refused", endedAt: now });
  }
  addWrites(tables, claim, commit, now);
  tables.wake([...freed, ...commit.thaws], now);
}

function adopt(tables: MemoryTables, claim: LaneClaim, record: LaneRecord, now: number): void {
  const taken = new Set(
    tables.holds.filter(({ isReleased }) => !isReleased).map(({ hold }) => describeUnit(hold)),
  );
  for (const hold of record.holds) {
    if (taken.has(describeUnit(hold))) continue;
    const id = `hold-${tables.nextId()}`;
    tables.holds.push({ hold: { ...hold, id, state: "held" }, isReleased: false });
  }
  for (const freeze of record.freezes) {
    if (tables.freezes.some((row) => isSamePlace(row.freeze, freeze))) continue;
    tables.freezes.push({ freeze: { ...freeze, since: now }, isLifted: false });
  }
  const lane = tables.lanes.get(claim.lane);
  if (lane === undefined) return;
  lane.isAdopted = true;
  lane.since = Math.min(lane.since, record.since ?? lane.since);
}

function refuseConflicts(tables: MemoryTables, commit: LaneCommit): void {
  const released = new Set(commit.releases.map(({ holdId }) => holdId));
  const isThere = (holdId: string) => tables.findHold(holdId) !== undefined;
  const mayPass = (holdId: string) =>
    !released.has(holdId) && tables.findHold(holdId)?.hold.state === "held";
  const taken = tables.holds
    .filter(({ hold, isReleased }) => !isReleased && !released.has(hold.id))
    .map(({ hold }) => describeUnit(hold));
  const units = [...taken, ...commit.grants.map(describeUnit)];
  const isFine =
    released.size === commit.releases.length &&
    [...released].every(isThere) &&
    commit.passes.every(({ holdId }) => mayPass(holdId)) &&
    commit.revoking.every((holdId) => isThere(holdId) && !released.has(holdId)) &&
    new Set(units).size === units.length;
  if (!isFine) throw new ConflictError("Cannot store the decision: the holds have changed");
}

function describeUnit(place: { scope: string; resource: string; unit: number }): string {
  return `${place.scope} ${place.resource} ${place.unit}`;
}

function changeHolds(tables: MemoryTables, commit: LaneCommit): void {
  for (const { holdId, pass } of commit.passes) {
    const hold = tables.findHold(holdId)?.hold;
    const isNoted = hold?.passes.some(
      ({ pullNumber, headSha }) => pullNumber === pass.pullNumber && headSha === pass.headSha,
    );
    if (hold !== undefined && isNoted === false) hold.passes = [...hold.passes, pass];
  }
  for (const holdId of commit.revoking) {
    const hold = tables.findHold(holdId)?.hold;
    if (hold?.state === "held") hold.state = "revoking";
  }
  for (const grant of commit.grants) {
    const id = `hold-${tables.nextId()}`;
    tables.holds.push({ hold: { ...grant, id, state: "held", passes: [] }, isReleased: false });
  }
}

function changeFreezes(tables: MemoryTables, commit: LaneCommit, now: number): void {
  for (const freeze of commit.freezes) {
    if (tables.freezes.some((row) => isSamePlace(row.freeze, freeze))) continue;
    tables.freezes.push({ freeze: { ...freeze, since: now }, isLifted: false });
  }
  for (const thaw of commit.thaws) {
    for (const row of tables.freezes) if (isSamePlace(row.freeze, thaw)) row.isLifted = true;
  }
}

type Place = LaneCommit["thaws"][number];

function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.scope === b.scope &&
    a.resource === b.resource &&
    a.repository === b.repository &&
    a.pullNumber === b.pullNumber
  );
}

function addWrites(
  tables: MemoryTables,
  { lane, token }: LaneClaim,
  commit: LaneCommit,
  now: number,
): void {
  for (const { opKey, op } of commit.outbox) {
    if (tables.listUnsent(lane).some(({ row }) => row.opKey === opKey)) continue;
    const row = { id: String(tables.nextId()), opKey, op, attempts: 0 };
    tables.outbox.push({ row, lane, token, createdAt: now, state: "unsent" });
  }
}

import type { SpecStatement } from "../../model/spec.ts";
import { wishConfidence } from "../../model/wish-confidence.ts";
import type { Reference, ReferenceIndex } from "../references/reference-index.ts";
import type { Party, ReadStatement } from "./read-statement.ts";

type Place = "text" | "path" | "line" | "column" | "evidence";
type GroupEdge = Omit<Extract<SpecStatement, { kind: "group-edge" }>, Place>;
type TaskEdge = Omit<Extract<SpecStatement, { kind: "edge" }>, Place>;

/**
 * Lists the edges of a statement: one between groups, and one between tasks for each reason given.
 *
 * Nobody waits for themselves, and a task waits for the earlier ones only of a group that it stands in.
 */
export function listEdges(
  read: ReadStatement,
  index: ReferenceIndex,
): readonly (GroupEdge | TaskEdge)[] {
  const subject = { ...read.subject, refs: [...new Set(read.subject.refs)] };
  const turn = (party: Party): readonly [Party, Party] =>
    read.relation === "after" ? [subject, party] : [party, subject];
  const isHard = ({ isSoft }: Reference) => !isSoft;
  const [hard, wished] = [isHard, (each: Reference) => each.isSoft].map((is) =>
    toParty(read.references.filter(is)),
  ) as [Party, Party];
  const soft = Math.min(read.confidence, wishConfidence);
  return [
    ...listGroupEdges(...turn(hard), read.confidence),
    ...listGroupEdges(...turn(wished), soft),
    ...groupAlike(read.references).flatMap((alike) => {
      const { reason, isSoft } = alike[0] ?? { reason: undefined, isSoft: false };
      const confidence = isSoft ? soft : read.confidence;
      return listTaskEdges(...turn(toParty(alike)), index).map(
        (pair): TaskEdge => ({ kind: "edge", ...pair, reason, confidence, basis: read.basis }),
      );
    }),
  ];
}

/** References with the same reason and the same weight make one edge. */
function groupAlike(references: readonly Reference[]): readonly (readonly Reference[])[] {
  const alike = new Map<string, Reference[]>();
  for (const reference of references) {
    const key = `${reference.isSoft} ${reference.reason ?? ""}`;
    alike.set(key, [...(alike.get(key) ?? []), reference]);
  }
  return [...alike.values()];
}

function toParty(references: readonly Reference[]): Party {
  const tasks = references.flatMap(({ referent }) =>
    referent.kind === "tasks" ? [referent.refs] : [],
  );
  const groups = references.flatMap(({ referent }) =>
    referent.kind === "groups" ? [referent.ids] : [],
  );
  return { refs: unite(tasks), groupIds: unite(groups) };
}

/** All of some lists, each once; a single one, which may be long, is not copied. */
function unite(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...more] = lists;
  return more.length === 0 ? first : [...new Set(lists.flat())];
}

function listGroupEdges(owner: Party, on: Party, confidence: number): readonly GroupEdge[] {
  const onGroups = [...new Set(on.groupIds)];
  const ownerGroups = [...new Set(owner.groupIds)].filter((id) => !onGroups.includes(id));
  if (ownerGroups.length === 0 || onGroups.length === 0) return [];
  return [{ kind: "group-edge", ownerGroups, onGroups, confidence }];
}

/** Pairs with tasks on one side at least; groups stand for their tasks then. */
function listTaskEdges(owner: Party, on: Party, index: ReferenceIndex) {
  const listTasks = (id: string) => index.groupById.get(id)?.taskRefs ?? [];
  const ownGroups = owner.groupIds.map(listTasks);
  const onGroups = unite(on.groupIds.map(listTasks));
  const pairs = [
    dropSelves(unite([owner.refs, ...ownGroups]), on.refs),
    dropSelves(owner.refs, takeEarlier(owner.refs, onGroups)),
  ];
  return pairs.filter((pair) => pair.owners.length > 0 && pair.on.length > 0);
}

function takeEarlier(owners: readonly string[], members: readonly string[]): readonly string[] {
  const [first = ""] = owners;
  const place = owners.length === 1 ? members.indexOf(first) : -1;
  return place < 0 ? members : members.slice(0, place);
}

function dropSelves(owners: readonly string[], on: readonly string[]) {
  const [first = ""] = owners;
  if (owners.length === 1)
    return { owners, on: on.includes(first) ? on.filter((ref) => ref !== first) : on };
  const others = new Set(on);
  return { owners: [...new Set(owners)].filter((ref) => !others.has(ref)), on };
}

import type { RefTask } from "../items/assign-refs.ts";
import type { GroupDraft, GroupDrafts } from "../items/build-groups.ts";
import { normaliseName } from "../items/normalise-name.ts";
import { parseTaskKey, renderTaskKey } from "../items/task-key.ts";
import { sortByKey } from "./key-order.ts";
import { listAliases } from "./list-aliases.ts";
import type { GroupEntry, ReferenceIndex, TaskEntry } from "./reference-index.ts";

/** Makes the tasks and groups of a document findable by ID, title, number and name. */
export function buildReferenceIndex(
  tasks: readonly RefTask[],
  { groups, groupOfTask }: GroupDrafts,
): ReferenceIndex {
  const entries = tasks.map(({ ref, draft }, order): TaskEntry => {
    const group = groupOfTask(draft)?.group;
    const stories = draft.stories.length > 0 ? draft.stories : [group?.story ?? []].flat();
    const key = draft.ownId === undefined ? undefined : parseTaskKey(draft.ownId);
    const stepIds = draft.subtasks.map(({ id }) => id);
    return {
      ref,
      ownId: draft.ownId,
      key,
      title: draft.title,
      groupId: group?.id,
      stories,
      aliases: listAliases(draft.ownId ?? draft.listNumber, stepIds),
      order,
    };
  });
  const byGroup = collectBy(entries, ({ groupId }) => [groupId ?? ""]);
  const groupEntries = groups.map((draft, order) =>
    toGroupEntry(draft, order, byGroup.get(draft.group.id) ?? []),
  );
  const byOwnId = collectBy(entries, ({ ownId }) => [ownId?.toUpperCase() ?? []].flat());
  return {
    tasks: entries,
    groups: groupEntries,
    byRef: new Map(entries.map((entry) => [entry.ref, entry])),
    byKey: collectBy(entries, ({ key }) => (key === undefined ? [] : [renderTaskKey(key)])),
    byAlias: collectBy(entries, ({ aliases }) => aliases.map(renderTaskKey)),
    byNumber: sortByKey(entries),
    ownIds: [...byOwnId.keys()].toSorted(),
    byOwnId,
    byTitle: collectBy(entries, ({ title }) => [normaliseName(title)]),
    byStory: collectBy(entries, ({ stories }) => [...new Set(stories)]),
    groupById: new Map(groupEntries.map((entry) => [entry.id, entry])),
    groupsByNumber: collectBy(groupEntries, toNumbers),
    groupsByName: collectBy(groupEntries, ({ names }) => names),
    hasPairIds: entries.some(({ ownId }) => /^0\d-\d\d$/.test(ownId ?? "")),
    prefixes: new Set(entries.flatMap((entry) => entry.key?.prefix ?? [])),
  };
}

function toGroupEntry(
  { group, label }: GroupDraft,
  order: number,
  tasks: readonly TaskEntry[],
): GroupEntry {
  const full = normaliseName(group.title);
  const bare = normaliseName(group.title.replace(/\s*[([].*$/, ""));
  const first = normaliseName(group.title.split(/\s*(?:[(&:,+/]|\s[—–-]\s|\band\b)/)[0] ?? "");
  return {
    id: group.id,
    word: label?.word ?? "",
    number: label?.number ?? "",
    story: group.story,
    names: [...new Set([full, bare, first])].filter((name) => name.length > 2),
    order,
    taskRefs: tasks.map((task) => task.ref),
  };
}

/** A story goes by its number whatever it stands in. */
function toNumbers({ word, number, story }: GroupEntry): readonly string[] {
  const own = word === "" || word === "story" ? [] : [`${word} ${number.toLowerCase()}`];
  return story === undefined ? own : [...own, `story ${story.replace("US", "").toLowerCase()}`];
}

function collectBy<Entry>(
  entries: readonly Entry[],
  toKeys: (entry: Entry) => readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of toKeys(entry)) {
      const others = found.get(key);
      if (others === undefined) found.set(key, [entry]);
      else others.push(entry);
    }
  }
  return found;
}

import { FakeForge } from "../support/fake-forge.ts";
import type { LaneWorld } from "./lane-world.ts";

/** The world on the fake that the coordinator's stories are tested with: in it nobody else comments or makes runs. */
export async function startLaneForge(): Promise<LaneWorld> {
  let now = Date.UTC(2026, 0, 1);
  const forge = new FakeForge(() => now);
  return {
    reader: forge.reader,
    writer: forge.writer,
    commit,
    openIssue: async (title) => {
      const number = forge.openIssue({ title });
      return { number, nodeId: `I_${number}` };
    },
    closeIssue: async (number, reason) => forge.closeIssue(number, reason),
    assign: async (number, login) => forge.claim(number, login),
    label: async (number, name) => {
      if (forge.world.pulls.has(number)) forge.labelPull(number, name);
      else forge.editIssue(number, { labels: [...forge.issue(number).labels, name] });
    },
    block: async (blocked, blocking) => forge.addLink(blocked, blocking),
    openPull: async ({ files, base = "main", body = "" }) => {
      const closes = [...body.matchAll(/Closes #(\d+)/g)].map(([, number]) => Number(number));
      const number = forge.openPull({ closes, files: Object.keys(files), baseBranch: base });
      return { number, sha: forge.head(number).sha };
    },
    merge: async (number) => forge.merge(number, { isBypassed: true }),
    closePull: async (number) => forge.closePull(number),
    comment: async () => undefined,
    deleteComment,
    forgeRun: async () => undefined,
    now: () => now,
    wait: (ms) => {
      now += ms;
    },
    close: async () => undefined,
  };

  function commit(branch: string, files: Readonly<Record<string, string | null>>): string {
    const there = Object.entries(files).flatMap(([path, text]) =>
      text === null ? [] : [[path, text] as const],
    );
    if (branch === "keysteps") {
      forge.planFiles = new Map(there.filter(([path]) => path.startsWith("plans/")));
    } else forge.configText = new Map(there).get(".github/keysteps.yml") ?? forge.configText;
    return "b".repeat(40);
  }

  async function deleteComment(id: number): Promise<void> {
    const left = [...forge.world.comments].map(
      ([number, comments]) => [number, comments.filter((comment) => comment.id !== id)] as const,
    );
    forge.change({ comments: new Map(left) });
  }
}

import { expect, it } from "@jest/globals";
import { pacedLaneWriter } from "../../../../../src/adapters/github/lane/app/paced-lane-writer.ts";
import { noPace } from "../../../../../src/adapters/system/no-pace.ts";
import type { OutboxOp } from "../../../../../src/core/model/outbox.ts";

it("waits before each write, longer for what GitHub counts as content, never before a question", async () => {
  const seen: string[] = [];
  const writer = pacedLaneWriter(
    {
      send: async (op) => void seen.push(`send ${op.kind}`),
      wasSent: async () => true,
    },
    { ...noPace, beforeWrite: async (kind) => void seen.push(`wait ${kind}`) },
  );
  const comment = { kind: "live-comment", issueNumber: 1, body: "b" } as const;
  const ops: readonly OutboxOp[] = [
    { ...comment, commentId: undefined },
    { ...comment, commentId: 3 },
    { kind: "add-label", issueNumber: 1, label: "l" },
  ];

  for (const op of ops) await writer.send(op);

  expect(await writer.wasSent({ ...comment, commentId: 3 })).toBe(true);
  expect(seen).toEqual([
    ...["wait content", "send live-comment"],
    ...["wait edit", "send live-comment"],
    ...["wait edit", "send add-label"],
  ]);
});

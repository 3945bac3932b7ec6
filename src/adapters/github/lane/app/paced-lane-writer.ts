import type { LaneWriter } from "../../../../flows/lane-ports.ts";
import type { Pace } from "../../../../flows/ports.ts";

/** A lane's writer that waits before each write as long as the pace asks for. */
export function pacedLaneWriter(writer: LaneWriter, pace: Pace): LaneWriter {
  return {
    wasSent: (op) => writer.wasSent(op),
    async send(op) {
      const isContent = op.kind === "live-comment" && op.commentId === undefined;
      await pace.beforeWrite(isContent ? "content" : "edit");
      await writer.send(op);
    },
  };
}

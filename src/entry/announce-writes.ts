import type { IssueWriter } from "../flows/ports.ts";

/** A writer that tells each write once it is done: pacing makes an apply long, and silence frightens. */
export function announceWrites(writer: IssueWriter, tell: (line: string) => void): IssueWriter {
  return {
    async createLabel(label) {
      await writer.createLabel(label);
      tell(`+ label ${label.name}`);
    },
    async createIssue(issue) {
      const ref = await writer.createIssue(issue);
      tell(`+ #${ref.number} ${issue.title}`);
      return ref;
    },
    async setParent(child, parent, isMoved) {
      await writer.setParent(child, parent, isMoved);
      tell(`~ #${child.number} is a sub-issue of #${parent.number}`);
    },
    async updateIssue(number, changes) {
      await writer.updateIssue(number, changes);
      tell(`~ #${number} ${Object.keys(changes).join(", ")}`);
    },
    async addLabels(number, labels) {
      await writer.addLabels(number, labels);
      tell(`~ #${number} + ${labels.join(", ")}`);
    },
    async removeLabel(number, label) {
      await writer.removeLabel(number, label);
      tell(`~ #${number} - ${label}`);
    },
    async addLink(blocked, blocking) {
      await writer.addLink(blocked, blocking);
      tell(`+ #${blocked.number} is blocked by #${blocking.number}`);
    },
    async removeLink(blocked, blocking) {
      await writer.removeLink(blocked, blocking);
      tell(`- #${blocked.number} is blocked by #${blocking.number}`);
    },
  };
}

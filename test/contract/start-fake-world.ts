import { FakeGitHub } from "../support/fake-github.ts";
import { type ContractWorld, logins } from "./contract-world.ts";

/** The world on the fake that flows are tested with. */
export async function startFakeWorld(): Promise<ContractWorld> {
  const github = new FakeGitHub({ login: logins.ours });
  const { source, issues, writer, branch, comments } = github.ports;
  return {
    source,
    issues,
    writer,
    branch,
    otherBranch: branch,
    comments,
    commit: (changes) => source.commit(changes),
    openPull: async (changes) => source.openPull(changes).number,
    openIssue: async (title, login = logins.person) =>
      issues.open(login, { title, body: "", labels: [] }),
    comment: async (pullNumber, body) => comments.say(logins.person, pullNumber, body),
    refuseWrites: (when) => github.refuse({ afterWrites: 0, when }),
    recover: () => github.recover(),
    close: async () => undefined,
  };
}

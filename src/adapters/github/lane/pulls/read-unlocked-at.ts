import { unlockLabel } from "../../../../core/model/unlock-label.ts";
import { askGraphql } from "../../ask-graphql.ts";
import type { RepoName } from "../../repo-name.ts";
import type { Requester } from "../../requester.ts";

interface Answer {
  readonly repository: {
    readonly pullRequest: {
      readonly timelineItems: {
        readonly nodes: readonly ({
          readonly createdAt: string;
          readonly label: { readonly name: string };
        } | null)[];
      };
    };
  };
}

const query = `
  query ($owner: String!, $repo: String!, $number: Int!) {
    repository(owner: $owner, name: $repo, followRenames: false) {
      pullRequest(number: $number) {
        timelineItems(itemTypes: [LABELED_EVENT], last: 100) {
          nodes { ... on LabeledEvent { createdAt label { name } } }
        }
      }
    }
  }`;

/** Whether a label is the one that lifts freezes. */
export function isUnlockLabel(name: string): boolean {
  return name.toLowerCase() === unlockLabel;
}

/**
 * When the label that lifts freezes was put on a pull request last, epoch milliseconds; 0 if a
 * hundred others were put on since, which lifts nothing.
 *
 * @throws {GitHubError} if GitHub refuses.
 * Source: https://docs.github.com/en/graphql/reference/objects#labeledevent
 */
export async function readUnlockedAt(
  octokit: Requester,
  repoName: RepoName,
  number: number,
): Promise<number> {
  const { repository } = await askGraphql<Answer>(octokit, {
    what: `read who labelled pull request #${number} when`,
    needs: "pull-requests: read",
    query,
    variables: { ...repoName, number },
  });
  const times = repository.pullRequest.timelineItems.nodes.map((event) =>
    event && isUnlockLabel(event.label.name) ? Date.parse(event.createdAt) : 0,
  );
  return Math.max(0, ...times);
}

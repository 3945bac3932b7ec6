import { z } from "zod";
import type { LaneEvent } from "../../../../core/model/event.ts";

const repository = z.object({
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  default_branch: z.string().optional(),
});

/** What of a payload says which repositories it is about. */
const payloadShape = z.object({
  action: z.string().optional(),
  installation: z.object({ id: z.number().int() }),
  ref: z.string().optional(),
  repository: repository.optional(),
  /** Of `installation`. */
  repositories: z.array(repository).optional(),
  /** Of `installation_repositories`. */
  repositories_added: z.array(repository).optional(),
});

type Payload = z.infer<typeof payloadShape>;

/** What arrived, once its signature was found right. */
export interface Webhook {
  /** GUID of GitHub's: the same when it is delivered again. */
  readonly delivery: string;
  /** As in `X-GitHub-Event`. */
  readonly name: string;
  readonly payload: unknown;
}

/**
 * The lanes that a webhook is a hint for: none if it changes nothing that a pass looks at, several
 * when the App was given several repositories.
 *
 * Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
export function recogniseWebhook({ delivery, name, payload }: Webhook): readonly LaneEvent[] {
  const { data } = payloadShape.safeParse(payload);
  if (data === undefined || !isOfInterest(name, data)) return [];
  const event = data.action === undefined ? name : `${name}.${data.action}`;
  const lanes = new Set(listRepositories(data).map((one) => one.full_name.toLowerCase()));
  return [...lanes].map((lane) => ({
    delivery: lanes.size === 1 ? delivery : `${delivery} ${lane}`,
    lane,
    installationId: data.installation.id,
    name: event,
  }));
}

function isOfInterest(name: string, { action = "", ref, repository: one }: Payload): boolean {
  switch (name) {
    case "issues":
    case "issue_dependencies":
    case "pull_request":
      return true;
    case "push": // plans are on one branch, settings on the other
      return ref === "refs/heads/keysteps" || ref === `refs/heads/${one?.default_branch}`;
    case "check_run":
    case "check_suite": // all others follow from our own runs
      return action === "rerequested";
    case "installation":
      return ["created", "unsuspend", "new_permissions_accepted"].includes(action);
    case "installation_repositories":
      return action === "added";
    default:
      return false;
  }
}

function listRepositories(payload: Payload): readonly z.infer<typeof repository>[] {
  if (payload.repository) return [payload.repository];
  return payload.repositories_added ?? payload.repositories ?? [];
}

/**
 * Whether a webhook says that the App lost repositories: what is left is then asked of GitHub, for
 * such events may come late and out of order.
 */
export function isDeparture({ name, payload }: Pick<Webhook, "name" | "payload">): boolean {
  const { data } = z.object({ action: z.string() }).safeParse(payload);
  return departures.has(`${name}.${data?.action}`);
}

const departures: ReadonlySet<string> = new Set([
  "installation.deleted",
  "installation.suspend",
  "installation_repositories.removed",
  "repository.archived",
  "repository.deleted",
  "repository.renamed",
  "repository.transferred",
]);

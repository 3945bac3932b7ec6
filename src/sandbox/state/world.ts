import type { Token } from "../access/token.ts";
import type { App, Installation } from "./app.ts";
import type { Delivery } from "./delivery.ts";
import type { Project } from "./project.ts";
import type { Issue, IssueField, IssueType, Repository } from "./records.ts";
import type { User } from "./user.ts";
import type { WorldEvent } from "./world-event.ts";

/** All that the sandbox knows. Routes read and change it; nothing of HTTP stands here. */
export interface World {
  /** Where it is served, without a slash at the end: `http://127.0.0.1:43210`. */
  origin: string;
  /** What this GitHub does not have: fields of GraphQL (`Type.field`) and operations of REST. */
  readonly missing: ReadonlySet<string>;
  readonly now: () => number;
  readonly nextId: () => number;
  /** By login in lower case. */
  readonly users: Map<string, User>;
  readonly apps: Map<number, App>;
  readonly installations: Map<number, Installation>;
  readonly nextAppId: () => number;
  /** Every delivery to an app's webhook, in order. */
  readonly deliveries: Delivery[];
  /** Called when a delivery is waiting to be sent. */
  onDelivery: () => void;
  readonly tokens: Map<string, Token>;
  /** By `owner/name` in lower case. */
  readonly repositories: Map<string, Repository>;
  /** Every issue by its database id, with its repository: links go across repositories. */
  readonly issuesById: Map<number, { readonly issue: Issue; readonly repository: Repository }>;
  /** Ids of the blockers of each blocked issue, in the order in which they were added. */
  readonly blockersById: Map<number, number[]>;
  /** The id of the parent of each sub-issue, and the ids of each parent's sub-issues in their order. */
  readonly parentById: Map<number, number>;
  readonly subIssuesById: Map<number, number[]>;
  /** Boards by id. */
  readonly projects: Map<number, Project>;
  /** By the id of the organisation. */
  readonly issueTypes: Map<number, readonly IssueType[]>;
  /** By the id of the organisation. */
  readonly issueFields: Map<number, readonly IssueField[]>;
  /** By the id of the issue, then of the field. */
  readonly issueFieldValues: Map<number, ReadonlyMap<number, string | number>>;
  readonly listeners: Set<(event: WorldEvent) => void>;
}

/** Tells everybody who listens what happened. */
export function announce(world: World, event: WorldEvent): void {
  for (const listener of world.listeners) listener(event);
}

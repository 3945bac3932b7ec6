import type { Actor } from "../access/actor.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";

/** A request that has passed the door: known operation, known caller, query and body as the description says. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly operationId: string;
  /** The parts of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Numbers and booleans are already such. */
  readonly query: Readonly<Record<string, string | number | boolean | undefined>>;
  /** What was sent, valid against the operation's schema; undefined without a body. */
  readonly body: unknown;
  readonly accept: string;
  /** The address as it was called, prefix and query included. */
  readonly url: URL;
}

/** What a route answers; `raw` goes out as it is, `body` as JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly raw?: { readonly content: Buffer; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request to a repository that the caller may make there. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

/** Routes by the operation id of GitHub's description; each throws a `Refusal` for what GitHub refuses. */
export type Routes = Readonly<Record<string, (call: Call) => Answer>>;

/** The same for what stands below `/repos/{owner}/{repo}`. */
export type RepositoryRoutes = Readonly<Record<string, (call: RepositoryCall) => Answer>>;

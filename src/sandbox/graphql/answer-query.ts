import { type ExecutionResult, GraphQLError, graphqlSync } from "graphql";
import type { Actor } from "../access/actor.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../state/world.ts";
import { buildRoot } from "./build-root.ts";
import { buildViews } from "./build-views.ts";
import { readSchema } from "./read-schema.ts";

/** What is posted to `/graphql`. */
interface SentQuery {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

/**
 * Executes a query against the slice of GitHub's schema, with faults in GitHub's form: `type`, `path`,
 * `locations`, `message`.
 *
 * @throws {Refusal} 401 for nobody known, 400 without a query.
 * @throws what a view throws by mistake.
 */
export function answerQuery(world: World, actor: Actor, sent: unknown): object {
  if (actor.kind !== "known") {
    throw new Refusal(401, "This endpoint requires you to be authenticated.");
  }
  const { query, variables, operationName } = (sent ?? {}) as Partial<SentQuery>;
  if (typeof query !== "string")
    throw new Refusal(400, "A query attribute must be specified and must be a string.");
  const result = graphqlSync({
    schema: readSchema(world.missing),
    source: query,
    rootValue: buildRoot(buildViews(world, actor)),
    variableValues: variables,
    operationName,
  });
  return renderResult(result);
}

function renderResult({ data, errors }: ExecutionResult): object {
  if (errors === undefined) return { data };
  return { ...(data !== undefined && { data }), errors: errors.map(renderError) };
}

function renderError(error: GraphQLError): object {
  const { message, path, locations, originalError, extensions } = error;
  const isOurs = originalError !== undefined && !(originalError instanceof GraphQLError);
  if (isOurs) throw originalError;
  const type = extensions.type;
  const code = tellCode(message);
  return {
    ...(type !== undefined && { type }),
    ...(path !== undefined && { path }),
    ...(locations !== undefined && { locations }),
    ...(code !== undefined && { extensions: { code } }),
    message,
  };
}

/** What GitHub calls the faults of a query that speaks of things its schema does not have. */
function tellCode(message: string): string | undefined {
  if (message.startsWith("Cannot query field")) return "undefinedField";
  const isArgument = /^Unknown argument|^Field "\w+" is not defined by type/.test(message);
  return isArgument ? "argumentNotAccepted" : undefined;
}

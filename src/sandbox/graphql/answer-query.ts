import { buildSchema, type ExecutionResult, GraphQLError, graphqlSync } from "graphql";
import type { Actor } from "../access/actor.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../state/world.ts";
import { buildRoot } from "./build-root.ts";
import { buildViews } from "./build-views.ts";
import json from "./schema.json" with { type: "json" };

/** What is posted to `/graphql`. */
interface SentQuery {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

let schema: ReturnType<typeof buildSchema> | undefined;

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
  schema ??= buildSchema(json.sdl);
  const result = graphqlSync({
    schema,
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
  return {
    ...(type !== undefined && { type }),
    ...(path !== undefined && { path }),
    ...(locations !== undefined && { locations }),
    message,
  };
}

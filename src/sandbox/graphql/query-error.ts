import { GraphQLError } from "graphql";

/** A fault that GitHub tells in `errors` of a 200, with its type. */
export function queryError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

import { OperationTypeNode, parse } from "graphql";

/** Whether what is posted to `/graphql` would change something; what cannot be read does not. */
export function isMutation(sent: unknown): boolean {
  const query = (sent as { query?: unknown } | undefined)?.query;
  if (typeof query !== "string") return false;
  try {
    return parse(query).definitions.some(
      (one) => one.kind === "OperationDefinition" && one.operation === OperationTypeNode.MUTATION,
    );
  } catch {
    return false;
  }
}

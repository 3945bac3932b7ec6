import { slice } from "../openapi/slice.ts";
import { coerceQuery, listFaults, type SchemaFault, toPointer } from "../openapi/validate.ts";
import { Refusal } from "../refusal.ts";

/**
 * The query of an address, with numbers and booleans as such.
 *
 * GitHub ignores query fields it does not know; the sandbox refuses them, so that a misspelt one is noticed.
 *
 * @throws {Refusal} 422 for an unknown field or a wrong type.
 */
export function checkQuery(
  operationId: string,
  search: URLSearchParams,
): Record<string, string | number | boolean> {
  const query: Record<string, string | number | boolean> = Object.fromEntries(search);
  const faults = coerceQuery(toPointer("operations", operationId, "query"), query);
  if (faults.length > 0) throw toRefusal(faults, query);
  return query;
}

/**
 * The body of a request.
 *
 * @throws {Refusal} 400 if it is not JSON, 422 for an unknown field, a missing one or a wrong type.
 */
export function checkBody(operationId: string, content: Buffer): unknown {
  const operation = slice.operations[operationId];
  const body = parseBody(content);
  if (operation?.body === undefined || (body === undefined && !operation.isBodyRequired)) {
    return body;
  }
  const faults = listFaults(toPointer("operations", operationId, "body"), body ?? {});
  if (faults.length > 0) throw toRefusal(faults, body);
  return body;
}

/** What was sent as JSON, undefined without a body. @throws {Refusal} 400 if it is not JSON. */
export function parseBody(content: Buffer): unknown {
  if (content.length === 0) return undefined;
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
}

function toRefusal(faults: readonly SchemaFault[], sent: unknown): Refusal {
  const lines = [...new Set(faults.map((fault) => describeFault(fault, sent)))];
  return new Refusal(422, `Invalid request.\n\n${lines.join("\n")}`);
}

/** In the words that GitHub uses. */
function describeFault({ path, keyword, message, key }: SchemaFault, sent: unknown): string {
  if (keyword === "additionalProperties") return `"${key}" is not a permitted key.`;
  if (keyword === "required") return `"${key}" wasn't supplied.`;
  const value = JSON.stringify(readPath(sent, path));
  return `For '${path === "" ? "body" : path.slice(1)}', ${value} ${message}.`;
}

function readPath(value: unknown, path: string): unknown {
  return path
    .split("/")
    .slice(1)
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], value);
}

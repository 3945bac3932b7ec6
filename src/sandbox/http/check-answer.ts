import { slice } from "../openapi/slice.ts";
import { listFaults, toPointer } from "../openapi/validate.ts";
import type { Answer } from "./route.ts";

/**
 * Where an answer is not what GitHub's description says, in words; none if it is.
 *
 * Error answers that the description does not list for the operation (401 stands nowhere in it) pass.
 */
export function checkAnswer(operationId: string, answer: Answer): string[] {
  const { status, body, raw } = answer;
  const described = slice.operations[operationId]?.responses[String(status)];
  if (described === undefined) return status < 400 ? [`${status} is not described`] : [];
  if (raw !== undefined) return [];
  if (described.schema === undefined) return body === undefined ? [] : ["a body is not described"];
  const pointer = toPointer("operations", operationId, "responses", String(status), "schema");
  const faults = listFaults(pointer, toSent(body));
  return faults
    .slice(0, 5)
    .map(({ path, message, key = "" }) => `${path} ${message} ${key}`.trim());
}

/** As it goes over the wire: without undefined. */
function toSent(body: unknown): unknown {
  return body === undefined ? undefined : JSON.parse(JSON.stringify(body));
}

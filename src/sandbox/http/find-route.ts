import { slice } from "../openapi/slice.ts";

/** The operation id of queries and mutations, which GitHub's description does not have. */
export const GRAPHQL = "graphql";

/** The operation that a request means, with the parts of its path, decoded. */
export interface FoundRoute {
  readonly operationId: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly operationId: string;
  readonly method: string;
  readonly expression: RegExp;
  readonly literalCount: number;
}

const patterns = Object.entries(slice.operations)
  .map(([operationId, { method, path, multiSegment = [] }]) =>
    toPattern(operationId, method, path, multiSegment),
  )
  .toSorted((a, b) => b.literalCount - a.literalCount);

/** Finds the operation of a method and path; of several the one whose path has most fixed parts. */
export function findRoute(method: string, path: string): FoundRoute | undefined {
  if (method === "POST" && /^(\/api)?\/graphql$/.test(path)) {
    return { operationId: GRAPHQL, parameters: {} };
  }
  for (const pattern of patterns) {
    if (pattern.method !== (method === "HEAD" ? "GET" : method)) continue;
    const match = pattern.expression.exec(path);
    if (match === null) continue;
    const parameters = Object.entries(match.groups ?? {}).filter(([, part]) => part !== undefined);
    return {
      operationId: pattern.operationId,
      parameters: Object.fromEntries(parameters.map(([name, part]) => [name, decode(part)])),
    };
  }
  return undefined;
}

function toPattern(
  operationId: string,
  method: string,
  path: string,
  multiSegment: readonly string[],
): Pattern {
  const parts = path.split("/").filter((part) => part !== "");
  const toExpression = (part: string) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return `/${part}`;
    if (name === "path") return "(?:/(?<path>.*))?"; // the root folder has no path
    return multiSegment.includes(name) ? `/(?<${name}>.+)` : `/(?<${name}>[^/]+)`;
  };
  return {
    operationId,
    method,
    expression: new RegExp(`^${parts.map(toExpression).join("")}/?$`),
    literalCount: parts.filter((part) => !part.startsWith("{")).length,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

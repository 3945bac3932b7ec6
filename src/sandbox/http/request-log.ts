/** One request as it was answered. */
export interface SeenRequest {
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** For a write from 1 among the writes, for a read 0. */
  readonly writeNumber: number;
  readonly kind: "read" | "write";
  readonly method: string;
  /** As called, without query and without `/api/v3`. */
  readonly path: string;
  readonly query: string;
  readonly operationId: string | undefined;
  /** `slug (app)` for an app by its own token, undefined for nobody known. */
  readonly login: string | undefined;
  /** As sent; undefined without a body or if it is not JSON. */
  readonly body: unknown;
  readonly at: number;
  /** 0 until answered, and for good if the connection was reset. */
  status: number;
  /** The message of an error answer. */
  message: string | undefined;
  /** The fault that was played on it, if any. */
  fault: string | undefined;
}

/** How many requests there were. */
export interface RequestCounts {
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
  /** By operation id, or method and path where there is none. */
  readonly byOperation: Readonly<Record<string, number>>;
}

/** Counts requests by what they are. */
export function countRequests(requests: readonly SeenRequest[]): RequestCounts {
  const byOperation: Record<string, number> = {};
  for (const { operationId, method, path } of requests) {
    const name = operationId ?? `${method} ${path}`;
    byOperation[name] = (byOperation[name] ?? 0) + 1;
  }
  const writes = requests.filter((request) => request.kind === "write").length;
  return { requests: requests.length, reads: requests.length - writes, writes, byOperation };
}

/** Whether a method changes things. */
export function isWriteMethod(method: string): boolean {
  return method !== "GET" && method !== "HEAD";
}

import type { SeenRequest } from "./request-log.ts";
import type { Answer } from "./route.ts";

interface Limit {
  readonly most: number;
  readonly windowMs: number;
  /** What a request counts; 0 for one that the limit is not about. */
  readonly weigh: (request: SeenRequest) => number;
}

/**
 * What GitHub documents: 900 points a minute over REST and 2,000 over GraphQL, of which a read costs 1
 * and a write 5; of what creates content 80 a minute and 500 an hour.
 *
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const limits: readonly Limit[] = [
  { most: 80, windowMs: 60_000, weigh: (request) => (isContent(request) ? 1 : 0) },
  { most: 500, windowMs: 3_600_000, weigh: (request) => (isContent(request) ? 1 : 0) },
  { most: 900, windowMs: 60_000, weigh: (request) => (isQuery(request) ? 0 : toPoints(request)) },
  { most: 2_000, windowMs: 60_000, weigh: (request) => (isQuery(request) ? toPoints(request) : 0) },
];

/** Refuses what goes beyond the secondary limits of one caller; what it refuses does not count. */
export function createSecondaryLimits() {
  const taken: SeenRequest[] = [];
  return { take };

  function take(request: SeenRequest): Answer | undefined {
    const waitMs = Math.max(0, ...limits.map((limit) => measureWait(limit, request)));
    if (waitMs === 0) {
      taken.push(request);
      return undefined;
    }
    const message =
      "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
    const headers = { "retry-after": String(Math.ceil(waitMs / 1000)) };
    return { status: 403, headers, body: { message } };
  }

  function measureWait({ most, windowMs, weigh }: Limit, request: SeenRequest): number {
    const own = weigh(request);
    if (own === 0) return 0;
    const counted = taken.filter(
      ({ at, login }) => login === request.login && at > request.at - windowMs,
    );
    let sum = own + counted.reduce((points, one) => points + weigh(one), 0);
    if (sum <= most) return 0;
    for (const one of counted) {
      sum -= weigh(one);
      if (sum <= most) return one.at + windowMs - request.at;
    }
    return windowMs;
  }
}

function toPoints({ kind }: SeenRequest): number {
  return kind === "write" ? 5 : 1;
}

function isQuery({ operationId }: SeenRequest): boolean {
  return operationId === "graphql";
}

function isContent({ method, kind, body, operationId }: SeenRequest): boolean {
  if (operationId !== "graphql") return method === "POST" && kind === "write";
  return kind === "write" && /\b(create|add)[A-Z]/.test(JSON.stringify(body));
}

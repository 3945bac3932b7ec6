import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Actor } from "../access/actor.ts";
import { isMutation } from "../graphql/is-mutation.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../state/world.ts";
import { answerRequest, openVisit, type Visit } from "./answer-request.ts";
import type { createFaults, FaultPlan } from "./faults.ts";
import { GRAPHQL } from "./find-route.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { isWriteMethod, type SeenRequest } from "./request-log.ts";
import type { Answer } from "./route.ts";
import type { createSecondaryLimits } from "./secondary-limits.ts";

/** What the server writes to and reads from besides the world. */
export interface Desk {
  readonly requests: SeenRequest[];
  readonly faults: ReturnType<typeof createFaults>;
  /** Secondary limits, where they are played. */
  readonly limits: ReturnType<typeof createSecondaryLimits> | undefined;
  readonly report: (fault: string) => void;
}

/** Serves one request: logs it, plays the fault that is due, answers. */
export async function serve(
  world: World,
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const incoming = await readIncoming(request, world.origin);
  const visit = openVisit(world, incoming);
  const seen = logVisit(world, desk.requests, visit);
  const fault = desk.faults.take(seen);
  seen.fault = fault?.kind;
  const isAfter = fault?.kind.endsWith("-after") === true;
  const isPlain = fault === undefined || isAfter;
  const refused = isPlain ? desk.limits?.take(seen) : undefined;
  const answer = isPlain ? (refused ?? answerRequest(world, visit, desk.report)) : undefined;
  if (fault?.kind.startsWith("reset-")) {
    response.destroy();
    return;
  }
  const full = fault || answer === undefined ? renderFault(fault) : answer;
  const given = isWriteMethod(incoming.method) ? full : tagAnswer(full, incoming.headers);
  seen.status = given.status;
  seen.message = given.status < 400 ? undefined : (given.body as { message?: string })?.message;
  send(response, given, seen, world.now());
}

function logVisit(world: World, requests: SeenRequest[], visit: Visit): SeenRequest {
  const { incoming, found, actor } = visit;
  const body = parseJson(incoming.content);
  const isWrite =
    found?.operationId === GRAPHQL ? isMutation(body) : isWriteMethod(incoming.method);
  const kind = isWrite ? "write" : "read";
  const lastWrite = requests.findLast((request) => request.kind === "write");
  const seen: SeenRequest = {
    number: requests.length + 1,
    writeNumber: isWrite ? (lastWrite?.writeNumber ?? 0) + 1 : 0,
    kind,
    method: incoming.method,
    path: incoming.path,
    query: incoming.url.search,
    operationId: found?.operationId,
    login: actor instanceof Refusal ? undefined : describeActor(actor),
    body,
    at: world.now(),
    status: 0,
    message: undefined,
    fault: undefined,
  };
  requests.push(seen);
  return seen;
}

function describeActor(actor: Actor): string | undefined {
  if (actor.kind === "app") return `${actor.app.slug} (app)`;
  return actor.kind === "known" ? actor.user.login : undefined;
}

function renderFault(fault: FaultPlan | undefined): Answer {
  const { status = 502, headers = {}, message = "Server Error" } = fault ?? {};
  return { status, headers, body: { message } };
}

function send(response: ServerResponse, answer: Answer, seen: SeenRequest, now: number): void {
  const { status, body, raw } = answer;
  const content = raw?.content ?? (body === undefined ? "" : JSON.stringify(body));
  response.writeHead(status, {
    ...(content !== "" && { "content-type": raw?.type ?? "application/json; charset=utf-8" }),
    "content-length": Buffer.byteLength(content),
    date: new Date(now).toUTCString(),
    "x-github-request-id": `SANDBOX:${seen.number}`,
    "x-github-media-type": "github.v3; format=json",
    "x-github-api-version-selected": "2022-11-28",
    ...answer.headers,
  });
  response.end(seen.method === "HEAD" ? undefined : content);
}

/** What is as the caller has it already comes without a body. Source: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
function tagAnswer(answer: Answer, headers: Incoming["headers"]): Answer {
  if (answer.status !== 200) return answer;
  const content = answer.raw?.content ?? JSON.stringify(answer.body ?? null);
  const etag = `W/"${createHash("sha256").update(content).digest("hex")}"`;
  const tagged = { ...answer.headers, etag };
  const known = (headers["if-none-match"] ?? "").split(/,\s*/);
  return known.includes(etag) ? { status: 304, headers: tagged } : { ...answer, headers: tagged };
}

function parseJson(content: Buffer): unknown {
  try {
    return content.length === 0 ? undefined : JSON.parse(content.toString("utf8"));
  } catch {
    return undefined;
  }
}

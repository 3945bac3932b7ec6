import type { Actor } from "../access/actor.ts";
import { authenticate } from "../access/authenticate.ts";
import { judgeAccess } from "../access/judge-access.ts";
import { answerQuery } from "../graphql/answer-query.ts";
import { Refusal } from "../refusal.ts";
import { plainRoutes, repositoryRoutes } from "../routes/all-routes.ts";
import type { World } from "../state/world.ts";
import { checkAnswer } from "./check-answer.ts";
import { checkBody, checkQuery, parseBody } from "./check-sent.ts";
import { type FoundRoute, findRoute, GRAPHQL } from "./find-route.ts";
import type { Incoming } from "./incoming.ts";
import { isWriteMethod } from "./request-log.ts";
import type { Answer } from "./route.ts";

/** The versions of the REST API that GitHub serves. */
const API_VERSIONS: readonly string[] = ["2022-11-28", "2026-03-10"];

/** A request on its way through the door. */
export interface Visit {
  readonly incoming: Incoming;
  readonly found: FoundRoute | undefined;
  /** Who calls; a refusal if the token is not known. */
  readonly actor: Actor | Refusal;
}

/** Looks up what a request means and who sends it; changes nothing. */
export function openVisit(world: World, incoming: Incoming): Visit {
  const route = findRoute(incoming.method, incoming.path);
  const found = route && !world.missing.has(route.operationId) ? route : undefined;
  return { incoming, found, actor: identify(world, incoming.headers.authorization) };
}

/**
 * Answers a request; every fault becomes an answer in GitHub's form. Faults of the sandbox itself (a route
 * that fails, an answer that GitHub's description does not allow) are reported and answered with 500.
 */
export function answerRequest(world: World, visit: Visit, report: (fault: string) => void): Answer {
  const name = visit.found?.operationId ?? `${visit.incoming.method} ${visit.incoming.path}`;
  try {
    const answer = callRoute(world, visit);
    const faults = name === GRAPHQL ? [] : checkAnswer(name, answer);
    if (faults.length === 0) return answer;
    throw new Error(`answers ${answer.status} with ${faults.join("; ")}`);
  } catch (error) {
    if (error instanceof Refusal) return renderRefusal(error);
    const reason = error instanceof Error ? error.message : String(error);
    report(`${name}: ${reason}`);
    return { status: 500, body: { message: `The sandbox is wrong: ${name}: ${reason}` } };
  }
}

function identify(world: World, authorization: string | undefined): Actor | Refusal {
  try {
    return authenticate(world, authorization);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function callRoute(world: World, { incoming, found, actor }: Visit): Answer {
  const { url, headers, content } = incoming;
  if (headers["user-agent"] === undefined) {
    throw new Refusal(403, "Request forbidden by administrative rules. User-Agent is missing.");
  }
  const version = headers["x-github-api-version"];
  if (version !== undefined && !API_VERSIONS.includes(version)) {
    throw new Refusal(400, `API version ${version} is not supported.`);
  }
  if (actor instanceof Refusal) throw actor;
  if (found === undefined) throw new Refusal(404, "Not Found");
  const { operationId, parameters } = found;
  if (operationId === GRAPHQL) {
    return { status: 200, body: answerQuery(world, actor, parseBody(content)) };
  }
  const isWrite = isWriteMethod(incoming.method);
  const repositoryRoute = repositoryRoutes[operationId];
  const repository =
    repositoryRoute && judgeAccess(world, actor, { operationId, parameters, isWrite });
  const call = {
    world,
    actor,
    operationId,
    parameters,
    query: checkQuery(operationId, url.searchParams),
    body: checkBody(operationId, content),
    accept: headers.accept ?? "",
    url,
  };
  if (repositoryRoute && repository) return repositoryRoute({ ...call, repository });
  const route = plainRoutes[operationId];
  if (route === undefined) throw new Error("is in the slice and has no route");
  return route(call);
}

function renderRefusal({ status, message, errors, headers }: Refusal): Answer {
  const body = {
    message,
    ...(errors.length > 0 && { errors }),
    documentation_url: "https://docs.github.com/rest",
    status: String(status),
  };
  return { status, body, headers };
}

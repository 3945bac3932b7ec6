import { randomUUID } from "node:crypto";
import { slice } from "../openapi/slice.ts";
import { listFaults, toPointer } from "../openapi/validate.ts";
import { renderOrganization } from "../render/render-organization.ts";
import { renderRepository } from "../render/render-repository.ts";
import { renderUser } from "../render/render-user.ts";
import { renderNodeId } from "../render/scalars.ts";
import type { Installation } from "../state/app.ts";
import type { Delivery } from "../state/delivery.ts";
import type { World } from "../state/world.ts";
import type { WorldEvent } from "../state/world-event.ts";
import type { EventPayload } from "./event-payload.ts";
import { renderEvent } from "./render-event.ts";

/** What an app with `checks: write` is told without having subscribed, about its own suites and runs. */
const ALWAYS_TOLD = ["check_suite", "check_run"];

/**
 * The deliveries that something that happened gives rise to: one for each app that has the repository
 * and has subscribed to the event. Payloads that are not as GitHub describes them are reported.
 */
export function addressEvent(
  world: World,
  happened: WorldEvent,
  report: (fault: string) => void,
): Delivery[] {
  if (world.installations.size === 0) return [];
  return renderEvent(world, happened).flatMap((payload) => {
    const name = [payload.event, payload.action].filter(Boolean).join("-").replaceAll("_", "-");
    if (slice.webhooks[name] === undefined) return [];
    return listAddressees(world, payload).map((installation) => {
      const body = renderBody(world, happened, payload, installation);
      for (const fault of listPayloadFaults(name, body)) report(`webhook ${name}: ${fault}`);
      return createDelivery(world, payload, installation, JSON.stringify(body));
    });
  });
}

function listAddressees(world: World, payload: EventPayload): Installation[] {
  const { event, repository, onlyAppId } = payload;
  return [...world.installations.values()].filter(({ app, repositories }) => {
    if (repository !== undefined && !repositories.includes(repository)) return false;
    if (onlyAppId === undefined) return app.events.includes(event);
    const isAlways = event === "installation" || ALWAYS_TOLD.includes(event);
    return app.id === onlyAppId && (isAlways || app.events.includes(event));
  });
}

function renderBody(
  world: World,
  { sender }: WorldEvent,
  { action, content, repository }: EventPayload,
  installation: Installation,
): object {
  const isOfOrganization = repository?.owner.type === "Organization";
  return {
    ...(action !== null && { action }),
    ...content,
    ...(repository && { repository: renderRepository(world, repository) }),
    ...(isOfOrganization && { organization: renderOrganization(world, repository.owner) }),
    sender: renderUser(world, sender),
    ...(repository && {
      installation: { id: installation.id, node_id: renderNodeId("MDI", installation.id) },
    }),
  };
}

/**
 * GitHub's description says that links are of organisations; for a person's repository nobody knows what
 * stands there, so its absence is no fault.
 */
function listPayloadFaults(name: string, body: object): string[] {
  const faults = listFaults(toPointer("webhooks", name), body);
  return faults
    .filter(({ keyword, key }) => !(keyword === "required" && key === "organization"))
    .map(({ path, message, key = "" }) => `${path} ${message} ${key}`.trim());
}

function createDelivery(
  world: World,
  { event, action, repository }: EventPayload,
  { app, id: installationId }: Installation,
  body: string,
): Delivery {
  return {
    ...{ id: world.nextId(), guid: randomUUID(), app, installationId, event, action, body },
    repositoryId: repository?.id ?? null,
    isRedelivery: false,
    ...{ status: "waiting", statusCode: 0, deliveredAt: 0, durationMs: 0 },
  };
}

import { getApp } from "../access/actor.ts";
import type { Call, Routes } from "../http/route.ts";
import { notFound, Refusal } from "../refusal.ts";
import { renderTime } from "../render/scalars.ts";
import type { Delivery } from "../state/delivery.ts";
import type { World } from "../state/world.ts";

/** How long GitHub keeps deliveries. */
const KEPT_MS = 3 * 24 * 3_600_000;

const DEFAULT_PER_PAGE = 30;

/** Source: https://docs.github.com/en/rest/apps/webhooks */
export const deliveryRoutes: Routes = {
  "apps/list-webhook-deliveries": (call) => {
    const { per_page: perPage = DEFAULT_PER_PAGE, cursor, status } = call.query;
    const known = listKnown(call)
      .toReversed()
      .filter((one) => status === undefined || (status === "success") === isSuccess(one));
    const start = cursor === undefined ? 0 : known.findIndex(({ id }) => String(id) === cursor);
    if (start < 0) throw new Refusal(422, "Invalid cursor");
    const end = start + Math.min(Number(perPage), 100);
    const next = known[end];
    const headers = next === undefined ? undefined : { link: renderNext(call, next) };
    const body = known.slice(start, end).map(renderDelivery);
    return { status: 200, body, ...(headers && { headers }) };
  },
  "apps/get-webhook-delivery": (call) => {
    const delivery = findDelivery(call);
    const body = {
      ...renderDelivery(delivery),
      url: delivery.app.webhookUrl ?? "",
      request: { headers: {}, payload: JSON.parse(delivery.body) },
      response: { headers: {}, payload: null },
    };
    return { status: 200, body };
  },
  "apps/redeliver-webhook-delivery": (call) => {
    const old = findDelivery(call);
    const { world } = call;
    world.deliveries.push({
      ...old,
      ...{ id: world.nextId(), isRedelivery: true, status: "waiting", statusCode: 0 },
    });
    world.onDelivery();
    return { status: 202, body: {} };
  },
};

/** What GitHub knows of an app's deliveries: those that were tried, for three days. */
function listKnown({ world, actor }: { world: World } & Pick<Call, "actor">): Delivery[] {
  const app = getApp(actor);
  const tried = world.deliveries.filter((one) => one.app === app && isTried(one));
  return tried.filter((one) => world.now() - one.deliveredAt <= KEPT_MS);
}

function findDelivery(call: Call): Delivery {
  const id = Number(call.parameters.delivery_id);
  const delivery = listKnown(call).find((one) => one.id === id);
  if (delivery === undefined) throw notFound();
  return delivery;
}

function isTried({ status }: Delivery): boolean {
  return !["waiting", "sending", "held", "dropped"].includes(status);
}

function isSuccess({ statusCode }: Delivery): boolean {
  return statusCode >= 200 && statusCode < 400;
}

function renderNext({ url }: Call, next: Delivery): string {
  const target = new URL(url);
  target.searchParams.set("cursor", String(next.id));
  return `<${target.href}>; rel="next"`;
}

function renderDelivery(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: renderTime(delivery.deliveredAt),
    redelivery: delivery.isRedelivery,
    duration: delivery.durationMs / 1000,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

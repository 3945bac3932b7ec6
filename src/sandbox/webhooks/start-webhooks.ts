import type { Delivery } from "../state/delivery.ts";
import type { World } from "../state/world.ts";
import { addressEvent } from "./address-event.ts";
import { sendDelivery } from "./send-delivery.ts";
import type { Fate, Webhooks } from "./webhooks.ts";

/**
 * Tells apps what happens in a world, one delivery after the other for each app, so that tests repeat;
 * for another order hold and release.
 */
export function startWebhooks(
  world: World,
  report: (fault: string) => void,
): Webhooks & { stop(): Promise<void> } {
  const stopping = new AbortController();
  const lines = new Map<number, Promise<void>>();
  let decideFate: (delivery: Delivery) => Fate = () => "send";

  world.onDelivery = sendWaiting;
  world.listeners.add((happened) => {
    for (const delivery of addressEvent(world, happened, report)) accept(delivery);
    sendWaiting();
  });
  return { deliveries: world.deliveries, decide, release, settled, stop };

  function decide(fate: (delivery: Delivery) => Fate = () => "send"): void {
    decideFate = fate;
  }

  function accept(delivery: Delivery): void {
    world.deliveries.push(delivery);
    const fate = decideFate(delivery);
    if (fate === "double") world.deliveries.push({ ...delivery, id: world.nextId() });
    if (fate === "drop") delivery.status = "dropped";
    if (fate === "hold") delivery.status = "held";
    if (fate !== "fail") return;
    delivery.status = "failed to connect to host";
    delivery.statusCode = 502;
    delivery.deliveredAt = world.now();
  }

  function release(order = (held: readonly Delivery[]) => held): void {
    const held = world.deliveries.filter(({ status }) => status === "held");
    for (const delivery of order(held)) queue(delivery);
  }

  function sendWaiting(): void {
    for (const delivery of world.deliveries) {
      if (delivery.status === "waiting") queue(delivery);
    }
  }

  function queue(delivery: Delivery): void {
    delivery.status = "sending";
    const line = lines.get(delivery.app.id) ?? Promise.resolve();
    const next = line.then(() => sendDelivery(delivery, world.now, stopping.signal));
    lines.set(delivery.app.id, next);
  }

  async function settled(): Promise<void> {
    const isUnderWay = () => world.deliveries.some(({ status }) => status === "sending");
    while (isUnderWay()) await Promise.all(lines.values());
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await Promise.all(lines.values());
  }
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Store, StoreCounts } from "../../flows/store-port.ts";

/** What the App tells those who watch over it, in the form of Prometheus. */
export interface Metrics {
  /** A webhook was answered. */
  noteWebhook(status: number, seconds: number): void;
  /** A pass came to its end, whatever that was. */
  notePass(outcome: string, seconds: number): void;
  /** GitHub answered a request; `remaining` of the hour's budget are left, if it said so. */
  noteAnswer(installationId: number, remaining: number | undefined): void;
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

const webhookBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const passBuckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

const gauges: Readonly<Record<keyof StoreCounts, readonly [name: string, help: string]>> = {
  lanes: ["lanes", "Repositories that the App works in."],
  waitingLanes: ["lanes_waiting", "Repositories that were put off and wait still."],
  pendingEvents: ["events_pending", "Events that no pass has seen yet."],
  lagMs: ["event_lag_seconds", "How long the oldest pending event has waited."],
  quarantinedEvents: ["events_quarantined", "Events that failed too often and were set aside."],
  unsentWrites: ["writes_unsent", "Writes that were decided and not sent yet."],
  holds: ["holds", "Turns that tasks have on shared resources."],
  freezes: ["freezes", "Resources that are frozen until a person has checked them."],
};

/** Builds the metrics of one App; what is stored is counted when it is asked for. */
export function buildMetrics(store: Pick<Store, "measure">): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const webhooks = new Histogram({
    ...{ name: "keysteps_webhook_seconds", help: "Time until a webhook was answered.", registers },
    ...{ labelNames: ["status"], buckets: webhookBuckets },
  });
  const passes = new Histogram({
    ...{ name: "keysteps_pass_seconds", help: "Time that a pass took.", registers },
    ...{ labelNames: ["outcome"], buckets: passBuckets },
  });
  const requests = new Counter({
    ...{
      name: "keysteps_github_requests_total",
      help: "Requests that GitHub answered.",
      registers,
    },
    labelNames: ["installation"],
  });
  const budget = new Gauge({
    ...{ name: "keysteps_github_budget", help: "Requests left in this hour.", registers },
    labelNames: ["installation"],
  });
  const counted = Object.entries(gauges).map(([key, [name, help]]) => {
    const gauge = new Gauge({ name: `keysteps_${name}`, help, registers });
    return { key: key as keyof StoreCounts, gauge };
  });
  return { noteWebhook, notePass, noteAnswer, render };

  function noteWebhook(status: number, seconds: number): void {
    webhooks.observe({ status }, seconds);
  }

  function notePass(outcome: string, seconds: number): void {
    passes.observe({ outcome }, seconds);
  }

  function noteAnswer(installation: number, remaining: number | undefined): void {
    requests.inc({ installation });
    if (remaining !== undefined) budget.set({ installation }, remaining);
  }

  async function render() {
    const counts = await store.measure();
    for (const { key, gauge } of counted) gauge.set(counts[key] / (key === "lagMs" ? 1000 : 1));
    return { contentType: registry.contentType, text: await registry.metrics() };
  }
}

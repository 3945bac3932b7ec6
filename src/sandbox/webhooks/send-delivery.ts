import { createHmac } from "node:crypto";
import type { Delivery } from "../state/delivery.ts";

/** How long GitHub waits for an answer. */
const TIMEOUT_MS = 10_000;

/**
 * Sends a delivery, signed over its bytes, and writes down what came of it. Never throws: a hook that
 * does not answer is a failed delivery.
 */
export async function sendDelivery(
  delivery: Delivery,
  now: () => number,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const { webhookUrl } = delivery.app;
  try {
    if (webhookUrl === undefined) throw new Error("the app has no webhook address");
    const response = await fetch(webhookUrl, {
      method: "POST",
      headers: buildHeaders(delivery),
      body: delivery.body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    delivery.statusCode = response.status;
    delivery.status = response.ok ? "OK" : `Invalid HTTP Response: ${response.status}`;
  } catch (error) {
    const isTimeout = (error as { readonly name?: unknown }).name === "TimeoutError";
    delivery.status = isTimeout ? "timed out" : "failed to connect to host";
    delivery.statusCode = isTimeout ? 504 : 502;
  }
  delivery.durationMs = performance.now() - startedAt;
  delivery.deliveredAt = now();
}

function buildHeaders({ app, body, event, guid }: Delivery): Record<string, string> {
  const signature = createHmac("sha256", app.webhookSecret).update(body).digest("hex");
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/sandbox",
    "x-github-delivery": guid,
    "x-github-event": event,
    "x-github-hook-id": String(app.hookId),
    "x-github-hook-installation-target-id": String(app.id),
    "x-github-hook-installation-target-type": "integration",
    ...(app.webhookSecret !== "" && { "x-hub-signature-256": `sha256=${signature}` }),
  };
}

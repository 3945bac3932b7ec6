import type { IncomingMessage } from "node:http";
import type { Logger } from "pino";
import type { AppConnection } from "../../adapters/github/lane/app/connect-app.ts";
import { isDeparture, recogniseWebhook } from "../../adapters/github/lane/app/recognise-webhook.ts";
import { acceptEvent } from "../../flows/accept-event.ts";
import type { Store } from "../../flows/store-port.ts";
import type { Answer } from "./answer.ts";
import { readBody } from "./read-body.ts";

/** What taking webhooks in needs. */
export interface WebhookDoors {
  readonly store: Pick<Store, "accept">;
  readonly isSigned: AppConnection["isSigned"];
  /** Called once an event is stored. */
  readonly onAccepted: () => void;
  /** Called when the App lost repositories. */
  readonly onDeparture: () => void;
  readonly log: Logger;
}

/** GitHub sends nothing above it. */
const limitBytes = 25 * 1024 * 1024;

/**
 * Takes one webhook in: checks the signature over its bytes, stores what it is a hint for, and
 * only then answers. Nothing of a payload is logged.
 *
 * Done here and not by Probot's own route, which reads without limit, logs the payload when the
 * signature is wrong, and answers 202 after 9 s whether or not anything was stored.
 *
 * @returns 202 stored, 200 known already or of no interest, 4xx refused, 503 if it could not be
 *   stored: GitHub then counts the delivery as failed and can send it again.
 */
export async function receiveWebhook(
  request: IncomingMessage,
  { store, isSigned, onAccepted, onDeparture, log }: WebhookDoors,
): Promise<Answer> {
  const { headers } = request;
  const [delivery, name, signature] = ["delivery", "event", "signature"].map((key) =>
    String(headers[headerNames[key as keyof typeof headerNames]] ?? ""),
  );
  if (!delivery || !name || !signature) return { status: 400, text: "a header of GitHub's lacks" };
  if (!/^application\/json\b/.test(headers["content-type"] ?? ""))
    return { status: 415, text: "the content type must be application/json" };
  if (Number(headers["content-length"]) > limitBytes) return tooLarge;
  const body = await readBody(request, limitBytes);
  if (body === undefined) return tooLarge;

  if (!(await isSigned(body, signature))) {
    log.warn({ delivery, event: name }, "refused a webhook: its signature is wrong");
    return { status: 400, text: "the signature is wrong: is WEBHOOK_SECRET the App's secret?" };
  }
  const payload = parseJson(body);
  if (payload === undefined) return { status: 400, text: "the body is no JSON" };
  if (isDeparture({ name, payload })) onDeparture();
  try {
    const events = recogniseWebhook({ delivery, name, payload });
    if (events.length === 0) return { status: 200, text: "of no interest" };
    const outcomes = new Set<string>();
    for (const event of events) outcomes.add(await acceptEvent(event, store));
    onAccepted();
    const isNew = outcomes.has("accepted");
    return isNew ? { status: 202, text: "accepted" } : { status: 200, text: "duplicate" };
  } catch (error) {
    log.error({ delivery, event: name, err: error }, "could not store a webhook");
    return { status: 503, text: "it could not be stored; deliver it again" };
  }
}

const headerNames = {
  delivery: "x-github-delivery",
  event: "x-github-event",
  signature: "x-hub-signature-256",
} as const;

const tooLarge: Answer = { status: 413, text: "the body is larger than GitHub ever sends" };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

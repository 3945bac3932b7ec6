import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildHandle } from "./build-handle.ts";
import { createFaults } from "./http/faults.ts";
import type { SeenRequest } from "./http/request-log.ts";
import { createSecondaryLimits } from "./http/secondary-limits.ts";
import { serve } from "./http/serve.ts";
import type { Sandbox, SandboxOptions } from "./sandbox.ts";
import { createWorld } from "./state/create-world.ts";
import { startWebhooks } from "./webhooks/start-webhooks.ts";

/**
 * Starts a small GitHub on loopback: empty, all in memory, knowing what GitHub documents and refusing what
 * GitHub refuses. Requests and answers are held against GitHub's OpenAPI description.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, now = Date.now, hasSecondaryLimits = false, missing = [] } = options;
  const world = createWorld(now, missing);
  const requests: SeenRequest[] = [];
  const faults = createFaults();
  const limits = hasSecondaryLimits ? createSecondaryLimits() : undefined;
  const faultsOfOurs: string[] = [];
  const report = (fault: string) => void faultsOfOurs.push(fault);
  const webhooks = startWebhooks(world, report);

  const server = createServer((request, response) => {
    serve(world, { requests, faults, limits, report }, request, response).catch(
      (error: unknown) => {
        report(`serving failed: ${error}`);
        response.destroy();
      },
    );
  });
  // Never closes an idle connection itself: a client that is about to use it again would lose its request.
  server.keepAliveTimeout = 0;
  server.listen(port, "127.0.0.1");
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...buildHandle(world, requests),
    url: world.origin,
    faults,
    faultsOfOurs,
    requests,
    webhooks,
    webhooksSettled: webhooks.settled,
    close,
  };

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await Promise.all([closed, webhooks.stop()]);
  }
}

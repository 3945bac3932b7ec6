import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { notFound } from "../refusal.ts";
import type { App, Installation } from "./app.ts";
import { ensureUser } from "./ensure-user.ts";
import type { Repository } from "./records.ts";
import { announce, type World } from "./world.ts";

/** What an app is registered with. */
export interface NewApp {
  readonly slug: string;
  /** By default made up. */
  readonly appId?: number;
  /** RSA in PEM; by default one is generated (the same for all apps of the process: it takes time). */
  readonly privateKey?: string;
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  readonly permissions: Readonly<Record<string, "read" | "write">>;
  readonly events: readonly string[];
}

/** The permission without which an app cannot subscribe to an event. Source: webhook-events-and-payloads. */
const PERMISSION_OF_EVENT: Readonly<Record<string, string>> = {
  check_run: "checks",
  check_suite: "checks",
  issue_comment: "issues",
  issue_dependencies: "issues",
  issues: "issues",
  pull_request: "pull_requests",
  push: "contents",
  sub_issues: "issues",
};

let generatedKey: string | undefined;

/** Registers an app. @throws {Error} if it wants an event without the permission for it. */
export function createApp(world: World, fields: NewApp): App {
  const { slug, permissions, events, webhookUrl, webhookSecret = "" } = fields;
  for (const event of events) {
    const needed = PERMISSION_OF_EVENT[event];
    if (needed === undefined) throw new Error(`The sandbox does not play the event ${event}`);
    if (permissions[needed] === undefined) {
      throw new Error(`Default events unsupported: ${event} needs the permission ${needed}`);
    }
  }
  const privateKey = fields.privateKey ?? generateKey();
  const app: App = {
    ...{ id: fields.appId ?? world.nextAppId(), slug, permissions, events, webhookSecret },
    owner: ensureUser(world, "app-makers", "Organization"),
    privateKey,
    publicKey: createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString(),
    webhookUrl,
    hookId: world.nextId(),
    createdAt: world.now(),
  };
  ensureUser(world, `${slug}[bot]`, "Bot");
  world.apps.set(app.id, app);
  return app;
}

/** Installs an app in repositories of one account; its owner is the sender. */
export function installApp(
  world: World,
  app: App,
  repositories: readonly Repository[],
): Installation {
  const account = repositories[0]?.owner;
  if (account === undefined || repositories.some(({ owner }) => owner !== account)) {
    throw new Error("An installation is for repositories of one account");
  }
  const id = world.nextId();
  const installation = { id, app, account, repositories, createdAt: world.now() };
  world.installations.set(id, installation);
  announce(world, { event: "installation", action: "created", sender: account, installation });
  return installation;
}

/** The installations of all apps in a repository. */
export function listInstallations(world: World, repository: Repository): Installation[] {
  return [...world.installations.values()].filter((one) => one.repositories.includes(repository));
}

/** @throws {Refusal} 404 if the app has no installation that fits. */
export function getInstallation(
  world: World,
  app: App,
  fits: (installation: Installation) => boolean,
): Installation {
  const own = [...world.installations.values()].filter((one) => one.app === app);
  const found = own.find(fits);
  if (found === undefined) throw notFound();
  return found;
}

function generateKey(): string {
  generatedKey ??= generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs1", format: "pem" })
    .toString();
  return generatedKey;
}

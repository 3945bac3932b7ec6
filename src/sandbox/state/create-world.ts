import { ACTIONS_APP_ID, type App } from "./app.ts";
import { ensureUser } from "./ensure-user.ts";
import type { World } from "./world.ts";

/** First database id: above 2^31, as GitHub's are by now, and never near a number. */
const FIRST_ID = 3_000_000_001;

const FIRST_APP_ID = 1001;

/** An empty world whose ids and clock repeat from run to run, if the clock does. */
export function createWorld(now: () => number, missing: readonly string[] = []): World {
  let lastId = FIRST_ID - 1;
  let lastAppId = FIRST_APP_ID - 1;
  const world: World = {
    origin: "http://127.0.0.1",
    missing: new Set(missing),
    now,
    nextId: () => ++lastId,
    users: new Map(),
    apps: new Map(),
    installations: new Map(),
    nextAppId: () => ++lastAppId,
    deliveries: [],
    onDelivery: () => {},
    tokens: new Map(),
    repositories: new Map(),
    issuesById: new Map(),
    blockersById: new Map(),
    parentById: new Map(),
    subIssuesById: new Map(),
    projects: new Map(),
    issueTypes: new Map(),
    issueFields: new Map(),
    issueFieldValues: new Map(),
    listeners: new Set(),
  };
  world.apps.set(ACTIONS_APP_ID, createActionsApp(world));
  return world;
}

function createActionsApp(world: World): App {
  return {
    ...{ id: ACTIONS_APP_ID, slug: "github-actions", permissions: {}, events: [] },
    ...{ privateKey: "", publicKey: "", webhookUrl: undefined, webhookSecret: "", hookId: 0 },
    owner: ensureUser(world, "github", "Organization"),
    createdAt: world.now(),
  };
}

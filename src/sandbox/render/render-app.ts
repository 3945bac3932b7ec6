import type { App } from "../state/app.ts";
import type { World } from "../state/world.ts";
import { renderUser } from "./render-user.ts";
import { renderNodeId, renderTime } from "./scalars.ts";

/** An app by its id, as it stands on what it made; null for nobody's. */
export function renderApp(world: World, appId: number | undefined) {
  const app = appId === undefined ? undefined : world.apps.get(appId);
  return app === undefined ? null : renderKnownApp(world, app);
}

/** An app (`integration`). */
export function renderKnownApp(world: World, app: App) {
  const page = `${world.origin}/apps/${app.slug}`;
  return {
    id: app.id,
    client_id: `Iv1.${app.id}`,
    slug: app.slug,
    node_id: renderNodeId("A", app.id),
    owner: renderUser(world, app.owner),
    name: app.slug,
    description: null,
    external_url: page,
    html_url: page,
    created_at: renderTime(app.createdAt),
    updated_at: renderTime(app.createdAt),
    permissions: app.permissions,
    events: app.events,
  };
}

import type { Installation } from "../state/app.ts";
import type { World } from "../state/world.ts";
import { renderUser } from "./render-user.ts";
import { renderTime } from "./scalars.ts";

/** An app's installation. */
export function renderInstallation(world: World, installation: Installation) {
  const { id, app, account, createdAt } = installation;
  return {
    id,
    client_id: `Iv1.${app.id}`,
    account: renderUser(world, account),
    repository_selection: "selected",
    access_tokens_url: `${world.origin}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.origin}/installation/repositories`,
    html_url: `${world.origin}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: { metadata: "read", ...app.permissions },
    events: app.events,
    created_at: renderTime(createdAt),
    updated_at: renderTime(createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: null,
  };
}

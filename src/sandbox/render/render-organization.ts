import type { User } from "../state/user.ts";
import type { World } from "../state/world.ts";
import { renderUser } from "./render-user.ts";

/** An organisation as webhooks have it. */
export function renderOrganization(world: World, user: User) {
  const { login, id, node_id, avatar_url } = renderUser(world, user);
  const url = `${world.origin}/orgs/${login}`;
  return {
    login,
    id,
    node_id,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url,
    description: "",
  };
}

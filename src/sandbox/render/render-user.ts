import type { User } from "../state/user.ts";
import type { World } from "../state/world.ts";
import { renderNodeId } from "./scalars.ts";

/** A user as it stands inside other answers (`simple-user`). */
export function renderUser(world: World, user: User) {
  const url = `${world.origin}/users/${encodeURIComponent(user.login)}`;
  const htmlUrl = `${world.origin}/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: renderNodeId("U", user.id),
    avatar_url: `${world.origin}/avatars/u/${user.id}`,
    gravatar_id: "",
    url,
    html_url: htmlUrl,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    site_admin: false,
  };
}

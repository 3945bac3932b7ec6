import { renderNodeId } from "../render/scalars.ts";
import type { User } from "../state/user.ts";
import { viewProjectsOf } from "./view-project.ts";
import type { View, Views } from "./views.ts";

/** A person, organisation or bot. GraphQL tells the login of a bot without `[bot]`. */
export function viewUser(views: Views, user: User): View {
  const { world } = views;
  const login = user.type === "Bot" ? user.login.replace(/\[bot\]$/, "") : user.login;
  return {
    __typename: user.type,
    id: renderNodeId("U", user.id),
    databaseId: null, // beyond GraphQL's Int, as GitHub's newer ids are
    login,
    name: user.name,
    ...viewProjectsOf(views, user),
    url: `${world.origin}/${user.type === "Bot" ? `apps/${login}` : login}`,
  };
}

import type { Routes } from "../http/route.ts";
import { Refusal } from "../refusal.ts";
import { renderUser } from "../render/render-user.ts";
import { renderTime } from "../render/scalars.ts";
import { getSender } from "./sender.ts";

/** Source: https://docs.github.com/en/rest/users/users */
export const userRoutes: Routes = {
  "users/get-authenticated": (call) => {
    const { sender, appId } = getSender(call);
    if (appId !== undefined) throw new Refusal(403, "Resource not accessible by integration");
    const body = {
      ...renderUser(call.world, sender),
      ...{ name: sender.name, company: null, blog: "", location: null, email: null },
      ...{ hireable: null, bio: null, twitter_username: null },
      ...{ public_repos: 0, public_gists: 0, followers: 0, following: 0 },
      created_at: renderTime(0),
      updated_at: renderTime(0),
    };
    return { status: 200, body };
  },
};

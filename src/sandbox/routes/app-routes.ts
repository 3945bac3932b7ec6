import { getApp } from "../access/actor.ts";
import { paginate } from "../http/paginate.ts";
import type { Answer, Call, Routes } from "../http/route.ts";
import { Refusal } from "../refusal.ts";
import { renderKnownApp } from "../render/render-app.ts";
import { renderInstallation } from "../render/render-installation.ts";
import { renderRepository } from "../render/render-repository.ts";
import { renderTime } from "../render/scalars.ts";
import type { Installation } from "../state/app.ts";
import { getInstallation } from "../state/apps.ts";
import { getRepository } from "../state/repositories.ts";
import { grantToken, type SentGrant } from "./grant-token.ts";

/** What an app does by the token that it signed itself. Source: https://docs.github.com/en/rest/apps/apps */
export const appRoutes: Routes = {
  "apps/get-authenticated": ({ world, actor }) => {
    const app = getApp(actor);
    const own = [...world.installations.values()].filter((one) => one.app === app);
    return {
      status: 200,
      body: { ...renderKnownApp(world, app), installations_count: own.length },
    };
  },
  "apps/list-installations": (call) => {
    const app = getApp(call.actor);
    const own = [...call.world.installations.values()].filter((one) => one.app === app);
    return paginate(call, own, (one) => renderInstallation(call.world, one));
  },
  "apps/get-installation": (call) => answerInstallation(call, findById(call)),
  "apps/create-installation-access-token": (call) => {
    const installation = findById(call);
    const { token, expiresAt, permissions, repositories } = grantToken(
      call.world,
      installation,
      (call.body ?? {}) as SentGrant,
    );
    const isSelected = repositories.length < installation.repositories.length;
    const body = {
      token,
      expires_at: renderTime(expiresAt),
      permissions,
      repository_selection: "selected",
      ...(isSelected && {
        repositories: repositories.map((one) => renderRepository(call.world, one)),
      }),
    };
    return { status: 201, body };
  },
  "apps/get-repo-installation": (call) => {
    const { owner, repo } = call.parameters;
    const app = getApp(call.actor);
    const repository = getRepository(call.world, `${owner}/${repo}`);
    const installation = getInstallation(call.world, app, ({ repositories }) =>
      repositories.includes(repository),
    );
    return answerInstallation(call, installation);
  },
  "apps/get-user-installation": (call) => answerAccount(call, call.parameters.username),
  "apps/get-org-installation": (call) => answerAccount(call, call.parameters.org),
  "apps/list-repos-accessible-to-installation": (call) => {
    const { world, actor } = call;
    const id = actor.kind === "known" ? actor.token.installationId : undefined;
    const installation = id === undefined ? undefined : world.installations.get(id);
    if (actor.kind !== "known" || installation === undefined) {
      throw new Refusal(
        403,
        "You must authenticate with an installation access token in order to list repositories for an installation.",
      );
    }
    const { levels } = actor.token;
    const seen = installation.repositories.filter(({ owner, name }) =>
      levels.has(`${owner.login}/${name}`.toLowerCase()),
    );
    const { body, ...rest } = paginate(call, seen, (one) => renderRepository(world, one));
    return { ...rest, body: { total_count: seen.length, repositories: body } };
  },
};

function findById({ world, actor, parameters }: Call): Installation {
  const id = Number(parameters.installation_id);
  return getInstallation(world, getApp(actor), (one) => one.id === id);
}

function answerAccount(call: Call, login: string | undefined): Answer {
  const app = getApp(call.actor);
  const isTheirs = ({ account }: Installation) =>
    account.login.toLowerCase() === login?.toLowerCase();
  return answerInstallation(call, getInstallation(call.world, app, isTheirs));
}

function answerInstallation({ world }: Call, installation: Installation): Answer {
  return { status: 200, body: renderInstallation(world, installation) };
}

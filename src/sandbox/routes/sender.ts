import type { Call } from "../http/route.ts";
import { Refusal } from "../refusal.ts";
import { ACTIONS_APP_ID } from "../state/app.ts";
import type { User } from "../state/user.ts";

/** Who makes a change, and as which app if it is one. */
export interface Sender {
  readonly sender: User;
  readonly appId: number | undefined;
}

/** Who calls. @throws {Refusal} 401 if nobody known does. */
export function getSender({ actor }: Call): Sender {
  if (actor.kind !== "known") throw new Refusal(401, "Requires authentication");
  const { token, user } = actor;
  const appId = token.kind === "integration" ? (token.appId ?? ACTIONS_APP_ID) : undefined;
  return { sender: user, appId };
}

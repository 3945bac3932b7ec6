import type { SeenRequest } from "../../sandbox/http/request-log.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";

/** What somebody asked of the rehearsal GitHub, in order. */
export function listRequestsOf({ requests }: Sandbox, login: string): readonly SeenRequest[] {
  return requests.filter((request) => request.login === login);
}

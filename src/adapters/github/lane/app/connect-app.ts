import { pino } from "pino";
import { Probot, ProbotOctokit } from "probot";
import type { ListInstalled, OpenLane } from "../../../../flows/lane-ports.ts";
import type { Pace } from "../../../../flows/ports.ts";
import { askGitHub } from "../../ask-github.ts";
import { pinOctokit } from "../../pin-octokit.ts";
import { readMemory } from "../../read-memory.ts";
import { rememberReads } from "../../remember-reads.ts";
import { octokitLaneReader } from "../octokit-lane-reader.ts";
import { octokitLaneWriter } from "../octokit-lane-writer.ts";
import { listInstalled } from "./list-installed.ts";
import { pacedLaneWriter } from "./paced-lane-writer.ts";

/** Characters of answers, for all installations together; one of a busy gate has some 20,000. */
const mostRemembered = 32_000_000;

/** What an App is registered with, and where. */
export interface AppCredentials {
  readonly appId: number;
  /** RSA in PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Address of the REST API; github.com's if left out. */
  readonly apiUrl: string | undefined;
  /** Our own version, named to GitHub. */
  readonly version: string;
  /** How long GitHub may take for one answer. */
  readonly timeoutMs: number;
}

/** A GitHub App at work. */
export interface AppConnection {
  /** Whether GitHub signed that body. */
  isSigned(body: string, signature: string): Promise<boolean>;
  readonly openLane: OpenLane;
  readonly listInstalled: ListInstalled;
  /** @throws {GitHubError} if GitHub does not know the App by its key. */
  checkAccess(): Promise<void>;
}

/**
 * Connects as a GitHub App: Probot knows how to sign in as the App and as each of its
 * installations, and how webhooks are signed. Nothing is asked of GitHub yet.
 *
 * Probot's own waiting and repeating is off, since the outbox does that, and its log too, which
 * would show the whole payload of a webhook with a wrong signature.
 *
 * @param paceOf The pace of each installation's writes: GitHub counts by installation.
 * @param onAnswer Told of each answer to an installation, with what is left of the hour's budget.
 */
export async function connectApp(
  { appId, privateKey, webhookSecret, apiUrl, version, timeoutMs }: AppCredentials,
  paceOf: (installationId: number) => Pace,
  onAnswer: (installationId: number, remaining: number | undefined) => void = () => {},
): Promise<AppConnection> {
  const probot = new Probot({
    appId,
    privateKey,
    secret: webhookSecret,
    log: pino({ level: "silent" }),
    request: { fetch: fetchWithin(timeoutMs) },
    Octokit: ProbotOctokit.defaults((options: { readonly request?: object }) => ({
      ...options,
      userAgent: `keysteps/${version}`,
      throttle: { enabled: false },
      retry: { enabled: false },
      request: { ...options.request, redirect: "manual" },
    })),
    ...(apiUrl !== undefined && { baseUrl: apiUrl.replace(/\/+$/, "") }),
  });
  await probot.ready();
  const appOctokit = await probot.auth();
  pinOctokit(appOctokit);
  const memory = readMemory(mostRemembered);
  let login: Promise<string> | undefined;
  return {
    isSigned,
    openLane,
    checkAccess,
    listInstalled: () => listInstalled(appOctokit, openInstallation),
  };

  async function isSigned(body: string, signature: string): Promise<boolean> {
    if (body === "" || signature === "") return false;
    return probot.webhooks.verify(body, signature);
  }

  async function openLane(lane: string, installationId: number) {
    const [owner = "", repo = ""] = lane.split("/");
    const repoName = { owner, repo };
    const octokit = await openInstallation(installationId);
    const identity = { appId, login: await findLogin() };
    const writer = octokitLaneWriter(octokit, repoName, identity);
    return {
      reader: octokitLaneReader(octokit, repoName, identity),
      writer: pacedLaneWriter(writer, paceOf(installationId)),
    };
  }

  async function openInstallation(installationId: number) {
    const octokit = await probot.auth(installationId);
    rememberReads(octokit, memory, String(installationId));
    pinOctokit(octokit);
    octokit.hook.after("request", ({ headers }) => {
      const remaining = headers["x-ratelimit-remaining"];
      onAnswer(installationId, remaining === undefined ? undefined : Number(remaining));
    });
    return octokit;
  }

  async function checkAccess(): Promise<void> {
    await readLogin();
  }

  /** Asked once; again if it could not be read. */
  function findLogin(): Promise<string> {
    login ??= readLogin().catch((error: unknown) => {
      login = undefined;
      throw error;
    });
    return login;
  }

  async function readLogin(): Promise<string> {
    const attempt = { what: `read who App ${appId} is`, needs: "the App's own private key" };
    const { data } = await askGitHub(attempt, () => appOctokit.request("GET /app"));
    return `${data?.slug}[bot]`;
  }
}

/** A fetch that gives up; an answer that is still under way then breaks off. */
function fetchWithin(timeoutMs: number): typeof fetch {
  return (resource, init) => fetch(resource, { ...init, signal: AbortSignal.timeout(timeoutMs) });
}

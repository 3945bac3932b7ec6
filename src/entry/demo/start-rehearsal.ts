import { buildOctokit } from "../../adapters/github/build-octokit.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../../sandbox/start-sandbox.ts";
import { version } from "../version.ts";

/** The repository that the demo plays in. */
export const shopName = { owner: "acme", repo: "shop" } as const;
/** The same as GitHub writes it. */
export const repositoryName = `${shopName.owner}/${shopName.repo}`;

/** The people who work on the shop; the first wrote the spec. */
export const team = ["robin", "sam", "kim"] as const;
export type Person = (typeof team)[number];

/** A GitHub to rehearse on, with one repository and the people and robots who work in it. */
export interface Rehearsal {
  readonly sandbox: Sandbox;
  /** GitHub as each of them uses it. */
  readonly as: Readonly<Record<Person, ReturnType<typeof buildOctokit>>>;
  /** What a runner would give the Action: `GITHUB_TOKEN`. */
  readonly actionToken: string;
}

/** Starts the stand-in for GitHub on a free port of this machine. */
export async function startRehearsal(): Promise<Rehearsal> {
  const sandbox = await startSandbox({});
  const readme = "# Shop\n\nWhat we build next stands in a spec.\n";
  sandbox.createRepository({ ...shopName, name: shopName.repo, files: { "README.md": readme } });
  const login = (person: Person) => {
    const token = sandbox.addToken(`token-of-${person}`, { login: person });
    return buildOctokit({ auth: token, baseUrl: sandbox.url, version });
  };
  const as = { robin: login("robin"), sam: login("sam"), kim: login("kim") };
  const bot = { login: "github-actions[bot]", kind: "integration" } as const;
  return { sandbox, as, actionToken: sandbox.addToken("token-of-actions", bot) };
}

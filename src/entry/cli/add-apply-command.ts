import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { readTextFile } from "../../adapters/disk/read-text-file.ts";
import { InputError } from "../../core/errors.ts";
import { countOf } from "../../core/text/count-of.ts";
import type { AdoptOptions } from "../../flows/adopt-issues.ts";
import { applyLocalSpec } from "../../flows/apply-local-spec.ts";
import { defaultLimits } from "../../flows/refuse-large-patch.ts";
import { announceWrites } from "../announce-writes.ts";
import { exitCodeOfFindings } from "../exit-code.ts";
import { buildPorts, compileTools } from "../wiring.ts";
import { addCodeOptions, type CodeFlags, readCode } from "./code-options.ts";
import { addPlanOptions, type PlanFlags, toOverrides } from "./plan-options.ts";
import { readSpecSource } from "./read-spec-source.ts";
import { renderFindings } from "./render-findings.ts";
import { requireOwnRepository } from "./require-own-repository.ts";
import type { Streams } from "./streams.ts";
import { stripControls } from "./strip-controls.ts";

interface Flags extends PlanFlags, CodeFlags {
  readonly planDoc: string;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly apiUrl?: string;
  readonly pace: "github" | "none";
  readonly adopt?: true | string;
  readonly otherRepo?: boolean;
  readonly dryRun?: boolean;
  readonly maxCreate: number;
  readonly maxClose: number;
}

/** `tasks apply`: brings a repository's issues to a spec's plan, or says what that would write. */
export function addApplyCommand(program: Command, { out, err }: Streams): void {
  const command = program
    .command("apply")
    .summary("keep a repository's issues true to a spec")
    .description(
      "Makes and updates one issue per task, with labels and blocked-by links. Reads the token from GITHUB_TOKEN or GH_TOKEN. Stops safely anywhere: run it again and it goes on.",
    )
    .addOption(
      new Option("-f, --plan-doc <path>", "spec to apply: a file or a folder")
        .env("TASKS_PLAN_DOC")
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--repo <owner/name>", "repository to write to")
        .env("TASKS_REPO")
        .argParser(parseRepository)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--api-url <url>", "REST API of another GitHub server")
        .env("GITHUB_API_URL")
        .argParser(parseUrl),
    )
    .addOption(
      new Option("--pace <pace>", "keep github.com's limits, or never wait")
        .choices(["github", "none"])
        .default("github")
        .env("TASKS_PACE"),
    )
    .addOption(
      new Option("--max-create <count>", "stop before making more issues than that")
        .env("TASKS_MAX_CREATE")
        .argParser(parseCount)
        .default(defaultLimits.maxCreate),
    )
    .addOption(
      new Option("--max-close <count>", "stop before closing more issues than that as dropped")
        .env("TASKS_MAX_CLOSE")
        .argParser(parseCount)
        .default(defaultLimits.maxClose),
    )
    .addOption(
      new Option(
        "--adopt [mapping]",
        "take over open issues that are there already; a mapping file names more of them",
      ).env("TASKS_ADOPT"),
    )
    .option("--other-repo", "apply though the work tree's remotes name other repositories")
    .option("-d, --dry-run", "print what would be written, and write nothing")
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 input, 2 code, 3 cycle, 4 capacity, 5 other errors in the spec, 10 access denied, 11 try again later (what was done stays).

Examples:
  $ tasks apply -f specs/shop/tasks.md --repo acme/shop --dry-run
  $ GITHUB_TOKEN=$(gh auth token) tasks apply -f specs/shop/tasks.md --repo acme/shop`,
    );
  const tell = (line: string) => err(stripControls(line));
  addCodeOptions(addPlanOptions(command), undefined);
  command.action(async (flags: Flags) => {
    const source = await readSpecSource({ description: undefined, planDoc: flags.planDoc });
    if (flags.otherRepo !== true) requireOwnRepository(source.remotes, flags.repo);
    const ports = buildPorts({
      token: readToken(),
      apiUrl: flags.apiUrl,
      repository: flags.repo,
      pace: flags.pace,
    });
    const applied = await applyLocalSpec(
      {
        source: { ...source, overrides: toOverrides(flags), codebase: await readCode(flags) },
        commit: source.head,
        hasFile: async (path) => existsSync(join(source.root, path)),
        limits: { maxCreate: flags.maxCreate, maxClose: flags.maxClose },
        adopt: await readAdopt(flags.adopt),
        isDryRun: flags.dryRun === true,
      },
      { ...ports, writer: announceWrites(ports.writer, tell) },
      compileTools,
    );
    for (const line of renderFindings(applied.diagnostics)) err(line);
    for (const match of applied.matches) tell(`= ${match}`);
    for (const flag of applied.flags) tell(`! ${flag}`);
    if (flags.dryRun) for (const line of applied.lines) out(stripControls(line));
    err(
      applied.isOk
        ? describeOutcome(applied.lines.length, flags)
        : "Nothing was applied: mend the errors first.",
    );
    process.exitCode = exitCodeOfFindings(applied.diagnostics);
  });
}

function describeOutcome(writes: number, { repo, dryRun }: Flags): string {
  const name = `${repo.owner}/${repo.repo}`;
  if (writes === 0) return `${name} is true to the spec: nothing to write.`;
  return `${countOf(writes, "write")} to ${name} ${dryRun ? "would be made" : "made"}.`;
}

async function readAdopt(adopt: Flags["adopt"]): Promise<AdoptOptions | undefined> {
  if (adopt === undefined) return undefined;
  if (adopt === true || adopt === "true") return { mappingFile: undefined };
  return { mappingFile: { path: adopt, text: await readTextFile(adopt) } };
}

function readToken(): string {
  const token = process.env.GITHUB_TOKEN || process.env.GH_TOKEN;
  if (!token) {
    throw new InputError(
      "Cannot talk to GitHub without a token: set GITHUB_TOKEN, for example `GITHUB_TOKEN=$(gh auth token) tasks apply …`",
    );
  }
  return token;
}

function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new InvalidArgumentError(
      "It must be an address, such as https://ghe.example.com/api/v3.",
    );
  }
  return text;
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text))
    throw new InvalidArgumentError("It must be a whole number, such as 300.");
  return Number(text);
}

function parseRepository(text: string): Flags["repo"] {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  if (!owner || !repo) throw new InvalidArgumentError("It must be owner/name, such as acme/shop.");
  return { owner, repo };
}

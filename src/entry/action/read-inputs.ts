import { getInput, getMultilineInput } from "@actions/core";
import type { AppKey } from "../../adapters/github/find-installation.ts";
import { InputError } from "../../core/errors.ts";
import type { BoardWish } from "../../core/model/board.ts";
import { configPath } from "../../flows/config-path.ts";
import { type ApplyLimits, defaultLimits } from "../../flows/refuse-large-patch.ts";
import { checkToken } from "../check-token.ts";
import type { WantedMode } from "./route-event.ts";

/** What makes a run fail: findings of that severity and above, or none. */
export type FailOn = "error" | "warning" | "never";

/** The Action's inputs, checked. */
export interface ActionInputs {
  readonly mode: WantedMode;
  /** Whom to act as: a token's owner or an App. */
  readonly credentials: string | AppKey;
  readonly specGlobs: readonly string[];
  /** Path of the settings in the repository. */
  readonly configPath: string;
  /** Folder below the workspace; `undefined` if no code is to be looked at. */
  readonly codebasePath: string | undefined;
  readonly isDryRun: boolean;
  readonly failOn: FailOn;
  readonly pace: "github" | "none";
  /** The most to wait on refusals for GitHub's limits, in milliseconds. */
  readonly patienceMs: number;
  readonly limits: ApplyLimits;
  /** Whether issues that are there already are taken over; a path names the mapping to take them by. */
  readonly adopt: boolean | string;
  /** The board to use instead of that of the settings; `undefined` for theirs. */
  readonly board: BoardWish | undefined;
}

const defaultPatienceMinutes = 30;

/**
 * Reads the inputs that action.yml declares.
 *
 * @throws {InputError} if one is missing or has a value it cannot have.
 */
export function readInputs(): ActionInputs {
  const specGlobs = getMultilineInput("spec").filter((glob) => glob !== "");
  if (specGlobs.length === 0)
    throw new InputError("Cannot find specs: the input `spec` is empty; give it one glob a line");
  const patienceMinutes = readCount("wait-budget") ?? defaultPatienceMinutes;
  return {
    mode: readChoice("mode", ["auto", "plan", "apply", "write-back"]),
    credentials: readCredentials(),
    specGlobs,
    configPath: readPath("config") ?? configPath,
    codebasePath: getInput("codebase-path") || undefined,
    isDryRun: readChoice("dry-run", ["false", "true"]) === "true",
    failOn: readChoice("fail-on", ["error", "warning", "never"]),
    pace: readChoice("pace", ["github", "none"]),
    patienceMs: patienceMinutes * 60_000,
    limits: {
      maxCreate: readCount("max-create") ?? defaultLimits.maxCreate,
      maxClose: readCount("max-close") ?? defaultLimits.maxClose,
    },
    adopt: readAdopt(),
    board: readBoard(),
  };
}

function readCredentials(): string | AppKey {
  const [id, privateKey] = [getInput("app-id"), getInput("app-private-key")];
  if (id !== "" && privateKey !== "") return { id, privateKey };
  if (id !== "" || privateKey !== "") {
    const [given, missing] =
      id === "" ? ["app-private-key", "app-id"] : ["app-id", "app-private-key"];
    throw new InputError(
      `Cannot act as an App: the input \`${given}\` is given and \`${missing}\` is empty; give both, or neither`,
    );
  }
  const token = getInput("token");
  if (token === "")
    throw new InputError(
      "Cannot run without a token: leave the input `token` at its default, or give it one that is not empty",
    );
  return checkToken(token, "the input `token`");
}

/** One of some words; the first of them where the input is empty. */
function readChoice<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const text = getInput(name) || choices[0];
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  const [last, ...others] = choices.toReversed();
  throw new InputError(
    `Cannot use the input \`${name}: ${text}\`: it must be ${others.toReversed().join(", ")} or ${last}`,
  );
}

function readPath(name: string): string | undefined {
  return getInput(name).replace(/^(?:\.?\/)+/, "") || undefined;
}

/** A board by its number or its title, as in the settings. */
function readBoard(): BoardWish | undefined {
  const text = getInput("board");
  if (text === "") return undefined;
  return /^\d+$/.test(text)
    ? { number: Number(text), title: undefined }
    : { number: undefined, title: text };
}

function readCount(name: string): number | undefined {
  const text = getInput(name);
  if (text === "") return undefined;
  if (!/^\d+$/.test(text)) {
    throw new InputError(
      `Cannot use the input \`${name}: ${text}\`: it must be a whole number, such as 300`,
    );
  }
  return Number(text);
}

function readAdopt(): boolean | string {
  const text = getInput("adopt") || "false";
  return text === "true" || (text !== "false" && text);
}

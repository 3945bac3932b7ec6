import { getInput, getMultilineInput } from "@actions/core";
import { InputError } from "../../core/errors.ts";
import { type ApplyLimits, defaultLimits } from "../../flows/refuse-large-patch.ts";

/** The Action's inputs, checked. */
export interface ActionInputs {
  readonly token: string;
  readonly specGlobs: readonly string[];
  /** Folder below the workspace; `undefined` if no code is to be looked at. */
  readonly codebasePath: string | undefined;
  readonly pace: "github" | "none";
  readonly limits: ApplyLimits;
  /** Whether issues that are there already are taken over; a path names the mapping to take them by. */
  readonly adopt: boolean | string;
}

/**
 * Reads the inputs that action.yml declares.
 *
 * @throws {InputError} if one is missing or has a value it cannot have.
 */
export function readInputs(): ActionInputs {
  const token = getInput("token");
  if (token === "")
    throw new InputError(
      "Cannot run without a token: leave the input `token` at its default, or give it one that is not empty",
    );
  const specGlobs = getMultilineInput("spec").filter((glob) => glob !== "");
  if (specGlobs.length === 0)
    throw new InputError("Cannot find specs: the input `spec` is empty; give it one glob a line");
  const pace = getInput("pace") || "github";
  if (pace !== "github" && pace !== "none") {
    throw new InputError(`Cannot use the input \`pace: ${pace}\`: it must be github or none`);
  }
  const limits = {
    maxCreate: readCount("max-create") ?? defaultLimits.maxCreate,
    maxClose: readCount("max-close") ?? defaultLimits.maxClose,
  };
  const codebasePath = getInput("codebase-path") || undefined;
  return { token, specGlobs, codebasePath, pace, limits, adopt: readAdopt() };
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

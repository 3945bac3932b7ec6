import type { Config } from "../model/config.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { findStatement } from "./find-statement.ts";
import { parseConfig } from "./parse-config.ts";
import { toSettings } from "./to-settings.ts";

/** Where a value comes from: a flag or variable by its name, the settings file, or the default. */
export type SettingOrigin = string | Place | undefined;

/** One value that holds, a list as a whole. */
export interface EffectiveSetting {
  /** From the top of the settings, such as `["barrier", "quorum"]`. */
  readonly keys: readonly string[];
  readonly value: unknown;
  readonly origin: SettingOrigin;
}

/** What was given above the settings file. */
export interface GivenSettings {
  readonly overrides: Partial<Config>;
  /** Name of the flag or variable that a setting was given by, by the setting's key in the file. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Every setting with its effective value and where that comes from, in the order of the reference. */
export function listSettings(
  text: string | undefined,
  path: string,
  { overrides, sources }: GivenSettings,
): { readonly settings: readonly EffectiveSetting[]; readonly diagnostics: readonly Diagnostic[] } {
  const { config, diagnostics } = parseConfig(text, path);
  const find = findStatement(text ?? "", path, diagnostics);
  const leaves = listLeaves(toSettings({ ...config, ...overrides }), []);
  const settings = leaves.map(({ keys, value }) => ({
    keys,
    value,
    origin: sources.get(keys[0] ?? "") ?? find(keys),
  }));
  return { settings, diagnostics };
}

function listLeaves(
  value: unknown,
  keys: readonly string[],
): readonly { readonly keys: readonly string[]; readonly value: unknown }[] {
  const isBranch = typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = isBranch ? Object.entries(value) : [];
  if (entries.length === 0) return [{ keys, value }];
  return entries.flatMap(([name, part]) => listLeaves(part, [...keys, name]));
}

import { type GivenSettings, listSettings } from "../core/config/list-settings.ts";
import { describeOrigin, renderSettings } from "../core/config/render-settings.ts";
import type { Diagnostic } from "../core/model/diagnostic.ts";
import { configPath } from "./config-path.ts";

/** The settings that hold, for people and for programs, and what is wrong with the file. */
export interface ShownSettings {
  /** A settings file, with where each value comes from behind it. */
  readonly text: string;
  /** A list of `key`, `value` and `origin`. */
  readonly json: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Shows which settings hold and where each value comes from. */
export function showSettings(configText: string | undefined, given: GivenSettings): ShownSettings {
  const { settings, diagnostics } = listSettings(configText, configPath, given);
  const rows = settings.map(({ keys, value, origin }) => ({
    key: keys,
    value,
    origin: describeOrigin(origin),
  }));
  return { text: renderSettings(settings), json: JSON.stringify(rows, undefined, 2), diagnostics };
}

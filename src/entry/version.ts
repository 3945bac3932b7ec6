declare const KEYSTEPS_VERSION: string | undefined;

/** The version of this build; `0.0.0-dev` where the source runs unbuilt, as in tests. */
export const version: string =
  typeof KEYSTEPS_VERSION === "undefined" ? "0.0.0-dev" : String(KEYSTEPS_VERSION);

import { parse } from "yaml";

/** A YAML text that is a map; an empty one where the text is anything else, or no YAML. */
export function readYamlMap(text: string): Readonly<Record<string, unknown>> {
  try {
    return toMap(parse(text, { logLevel: "silent" }));
  } catch {
    return {}; // somebody else's file, which its own tool will complain about
  }
}

/** A value as a map; an empty one where it is none. */
export function toMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

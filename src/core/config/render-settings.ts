import { Document, isCollection, isScalar } from "yaml";
import type { EffectiveSetting, SettingOrigin } from "./list-settings.ts";

/** Effective settings as a settings file, with where each value comes from behind it. */
export function renderSettings(settings: readonly EffectiveSetting[]): string {
  const document = new Document({});
  for (const { keys, value, origin } of settings) {
    const node = document.createNode(value);
    if (isCollection(node)) node.flow = true;
    if (isCollection(node) || isScalar(node)) node.comment = ` ${describeOrigin(origin)}`;
    document.setIn(keys, node);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Where a value comes from, in a few words. */
export function describeOrigin(origin: SettingOrigin): string {
  if (origin === undefined) return "default";
  return typeof origin === "string" ? origin : `${origin.path}:${origin.line}`;
}

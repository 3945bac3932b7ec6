/** A time as GitHub writes it: UTC, whole seconds. */
export function renderTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** The same, or null. */
export function renderOptionalTime(at: number | null): string | null {
  return at === null ? null : renderTime(at);
}

/** An opaque id like GitHub's: a prefix that tells the kind, and the database id in it. */
export function renderNodeId(prefix: string, id: number): string {
  return `${prefix}_kwDO${Buffer.from(id.toString(36)).toString("base64url")}`;
}

/** The database id in a node id of that kind, if it is one. */
export function parseNodeId(prefix: string, nodeId: string): number | undefined {
  if (!nodeId.startsWith(`${prefix}_kwDO`)) return undefined;
  const text = Buffer.from(nodeId.slice(prefix.length + 5), "base64url").toString();
  const id = Number.parseInt(text, 36);
  return renderNodeId(prefix, id) === nodeId ? id : undefined;
}

/** A path for an address: each part encoded, slashes kept. */
export function renderPath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/**
 * The nodes that the built Action is tried under: this one, and the one that KEYSTEPS_NODE24 names, since
 * runners have Node 24 whatever this machine has.
 */
export function findNodes(): readonly string[] {
  const other = process.env.KEYSTEPS_NODE24;
  return other ? [process.execPath, other] : [process.execPath];
}

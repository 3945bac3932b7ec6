const causes: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist; check the path",
  ENOTDIR: "it is no directory, or lies below a file; check the path",
  EISDIR: "it is a directory; name a file in it",
  EEXIST: "a file of that name is in the way; name another directory",
  EACCES: "it is not permitted; change the permissions or name another path",
  EPERM: "it is not permitted; change the permissions or name another path",
  ELOOP: "its links lead in a circle; mend the link",
  EROFS: "the disk is read-only; name another path",
  ENOSPC: "the disk is full; free some space",
  ENAMETOOLONG: "the name is too long; shorten it",
};

/** What went wrong with a file and what to do, from an error of `node:fs`. */
export function describeDiskError(error: unknown): string {
  const code = readDiskErrorCode(error);
  return causes[code] ?? `the disk answered ${code || String(error)}; see what ails it`;
}

/** The code of an error of `node:fs`, such as `ENOENT`; empty if it is none. */
export function readDiskErrorCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}

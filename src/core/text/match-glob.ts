import picomatch from "picomatch";

/**
 * Makes a matcher of globs: it gives the first of them that a
 * repository-relative path matches, `undefined` if none does.
 *
 * Hidden files count. A leading `./` or `/` and a closing `/` mean nothing, on
 * either side; a path that is a glob itself is compared as it is written.
 */
export function matchGlob(globs: readonly string[]): (path: string) => string | undefined {
  const matchers = globs.map((glob) => ({
    glob,
    isMatch: picomatch(normalise(glob), { dot: true, noextglob: true }),
  }));
  return (path) => {
    const plain = normalise(path);
    return matchers.find(({ isMatch }) => isMatch(plain))?.glob;
  };
}

function normalise(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^(\.?\/)+/, "")
    .replace(/\/+$/, "");
}

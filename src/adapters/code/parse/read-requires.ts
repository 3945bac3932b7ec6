/** Names taken by `const { A, B: c } = require(…)`, and by `const A = require(…)`. */
const taken =
  /\b(?:const|let|var)\s+(?:\{([^{}]{0,2000})\}|([A-Z][\w$]{0,100}))\s*=\s*require\s*\(/g;

/** Names that CommonJS takes from other files, as those files call them. */
export function readRequires(text: string): readonly string[] {
  return [...text.matchAll(taken)].flatMap(([, list, whole]) => {
    if (whole !== undefined) return [whole];
    return (list ?? "").split(",").flatMap((part) => /^\s*([\w$]+)/.exec(part)?.[1] ?? []);
  });
}

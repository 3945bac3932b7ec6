/**
 * Names of the types that a class or interface extends and implements, from the text between its
 * name and its body, such as `<T> extends Base<T> implements A, b.C`: last parts, without arguments.
 */
export function readSupertypes(heading: string): readonly string[] {
  return removeArguments(heading.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""))
    .replace(/\bpermits\b[\s\S]*$/, "")
    .split(/\b(?:extends|implements)\b|,/)
    .flatMap((part) => /([\p{L}_$][\p{L}\p{N}_$]*)\s*$/u.exec(part)?.[1] ?? []);
}

/** Takes out what stands in brackets, however deep. */
function removeArguments(text: string): string {
  let depth = 0;
  let kept = "";
  for (const unit of text) {
    if ("<([{".includes(unit)) depth += 1;
    else if (">)]}".includes(unit)) depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += unit;
  }
  return kept;
}

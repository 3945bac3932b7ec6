import type { CodeElement, SourceFacts } from "../model/codebase.ts";

/** What files declare for use elsewhere, by how much hangs on it, then by name and place. */
export function listElements(sources: readonly SourceFacts[]): readonly CodeElement[] {
  const users = new Map<string, number>();
  const heirs = new Map<string, number>();
  const classes = new Map<string, number>();
  for (const { imports, declarations } of sources) {
    for (const name of imports) users.set(name, (users.get(name) ?? 0) + 1);
    for (const { kind, supertypes } of declarations) {
      for (const name of new Set(supertypes)) {
        heirs.set(name, (heirs.get(name) ?? 0) + 1);
        if (kind !== "interface") classes.set(name, (classes.get(name) ?? 0) + 1);
      }
    }
  }
  return sources
    .flatMap(({ path, declarations }) =>
      declarations
        .filter(({ isExported, name }) => isExported || (heirs.get(name) ?? 0) > 0)
        .map(({ kind, name, line }) => ({
          ...{ kind, name, path, line },
          usedBy: users.get(name) ?? 0,
          extendedBy: (isShape(kind, path) ? classes : heirs).get(name) ?? 0,
        })),
    )
    .sort(compareElements);
}

/** An interface of TypeScript that others only put together with more fields is no place to extend at. */
function isShape(kind: CodeElement["kind"], path: string): boolean {
  return kind === "interface" && /\.[cm]?tsx?$/.test(path);
}

function compareElements(a: CodeElement, b: CodeElement): number {
  return (
    b.usedBy + b.extendedBy - (a.usedBy + a.extendedBy) ||
    compareText(a.name, b.name) ||
    compareText(a.path, b.path) ||
    a.line - b.line
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

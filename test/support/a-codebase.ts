import { buildCodebase } from "../../src/core/codebase/build-codebase.ts";
import type {
  Codebase,
  CodeDeclaration,
  CodeFacts,
  SourceFacts,
} from "../../src/core/model/codebase.ts";

/** A source file that declares these, imports these names and has these routes. */
export function aSource(
  path: string,
  declarations: readonly (Partial<CodeDeclaration> & { readonly name: string })[] = [],
  imports: readonly string[] = [],
  routes: readonly string[] = [],
): SourceFacts {
  return {
    path,
    language: "typescript",
    declarations: declarations.map((one, index) => ({
      ...{ kind: "class", isExported: true, supertypes: [], line: index + 1 },
      ...one,
    })),
    imports,
    routes: routes.map((text, index) => ({ text, isOnType: false, line: index + 1 })),
  };
}

/** A codebase of these facts; the paths of sources and texts count without being listed. */
export function aCodebase(facts: Partial<CodeFacts> = {}): Codebase {
  const { paths = [], texts = new Map(), sources = [], unread = [] } = facts;
  const all = [...paths, ...texts.keys(), ...sources.map(({ path }) => path)].sort();
  return buildCodebase({ paths: all, texts, sources, unread });
}

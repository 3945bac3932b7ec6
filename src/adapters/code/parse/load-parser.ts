import { astGrepParser } from "./ast-grep-parser.ts";
import { babelParser } from "./babel-parser.ts";
import type { SourceParser } from "./source-parser.ts";

let loaded: Promise<SourceParser> | undefined;

/**
 * The best parser that this machine has: ast-grep with its five languages, else the one for
 * TypeScript and JavaScript that needs nothing native. Loaded once a process, because ast-grep takes
 * the list of languages only once.
 */
export function loadParser(): Promise<SourceParser> {
  loaded ??= loadNative().catch(() => babelParser);
  return loaded;
}

async function loadNative(): Promise<SourceParser> {
  const [astGrep, go, java, python] = await Promise.all([
    import("@ast-grep/napi"),
    import("@ast-grep/lang-go"),
    import("@ast-grep/lang-java"),
    import("@ast-grep/lang-python"),
  ]);
  astGrep.registerDynamicLanguage({
    go: go.default,
    java: java.default,
    python: python.default,
  });
  return astGrepParser(astGrep, ["typescript", "tsx", "javascript", "go", "java", "python"]);
}

import type * as AstGrep from "@ast-grep/napi";
import type { CodeDeclaration, CodeLanguage, SourceFacts } from "../../../core/model/codebase.ts";
import { readRequires } from "./read-requires.ts";
import { readSupertypes } from "./read-supertypes.ts";
import { isRouteDecorator, routeCallee, toRouteText } from "./route-callee.ts";
import type { SourceParser } from "./source-parser.ts";

type Node = AstGrep.SgNode;

/** What is looked for in a language, by the names that its grammar gives to nodes. */
interface Grammar {
  /** The name ast-grep knows the language by. */
  readonly name: string;
  readonly declarations: readonly string[];
  readonly imports: readonly string[];
  readonly decorators: readonly string[];
  readonly calls: readonly string[];
}

const script = {
  declarations: ["class_declaration", "function_declaration", "variable_declarator"],
  imports: ["import_specifier", "import_clause"],
  decorators: ["decorator"],
  calls: ["call_expression"],
};
const typed = {
  ...script,
  declarations: [...script.declarations, "abstract_class_declaration", "interface_declaration"],
};

const grammars: Readonly<Record<CodeLanguage, Grammar>> = {
  typescript: { name: "TypeScript", ...typed },
  tsx: { name: "Tsx", ...typed },
  javascript: { name: "JavaScript", ...script },
  python: {
    name: "python",
    declarations: ["class_definition", "function_definition"],
    imports: ["import_from_statement"],
    decorators: ["decorator"],
    calls: [],
  },
  go: {
    name: "go",
    declarations: ["type_spec", "function_declaration"],
    imports: ["qualified_type"],
    decorators: [],
    calls: ["call_expression"],
  },
  java: {
    name: "java",
    declarations: ["class_declaration", "interface_declaration"],
    imports: ["import_declaration"],
    decorators: ["annotation"],
    calls: [],
  },
};

/** Declarations that stand in one of these, or in nothing, are at the top of their file. */
const tops = ["program", "module", "source_file", "type_declaration"];

/** What may stand around a declaration at the top of its file. */
const wrappers = [
  "export_statement",
  "decorated_definition",
  "lexical_declaration",
  "variable_declaration",
];

/** Parses with ast-grep, whose parsers are native. */
export function astGrepParser(
  { parse }: Pick<typeof AstGrep, "parse">,
  languages: readonly CodeLanguage[],
): SourceParser {
  return {
    languages,
    parse: ({ path, language }, text) => {
      const grammar = grammars[language];
      const root = parse(grammar.name, text).root();
      const find = (kinds: readonly string[]) =>
        kinds.length === 0 ? [] : root.findAll({ rule: { any: kinds.map((kind) => ({ kind })) } });
      const isScript = grammar.declarations.includes("variable_declarator");
      const required = isScript ? readRequires(text) : [];
      const isCommonJs = /\b(?:module\.)?exports\b/.test(text);
      return {
        path,
        language,
        declarations: find(grammar.declarations).flatMap((node) =>
          toDeclaration(node, { language, text, isCommonJs }),
        ),
        imports: [...new Set([...find(grammar.imports).flatMap(readImports), ...required])].sort(),
        routes: listRoutes(root, grammar, find(grammar.decorators)),
      };
    },
  };
}

interface Around {
  readonly language: CodeLanguage;
  readonly text: string;
  readonly isCommonJs: boolean;
}

function toDeclaration(node: Node, around: Around): readonly CodeDeclaration[] {
  const { language, text } = around;
  const name = node.field("name");
  const holder = findHolder(node);
  if (name === null || !tops.includes(String(holder.kind()))) return [];
  if (node.kind() === "variable_declarator" && !holdsFunction(node)) return [];
  const body = node.field(language === "go" ? "type" : "body");
  const heading = body === null ? "" : text.slice(name.range().end.index, body.range().start.index);
  const bases = node
    .field("superclasses")
    ?.text()
    .slice(1, -1)
    .replace(/\w+\s*=[^,]*/g, "");
  const supertypes = language === "go" ? [] : readSupertypes(bases ?? heading);
  const kind = toKind(node, supertypes);
  return [
    {
      kind,
      name: name.text(),
      isExported: isExported(node, name.text(), around),
      supertypes: kind === "function" ? [] : supertypes,
      line: name.range().start.line + 1,
    },
  ];
}

/** What a declaration stands in, past the words `export`, decorators and the like. */
function findHolder(node: Node): Node {
  let holder = node.parent() ?? node;
  while (wrappers.includes(String(holder.kind()))) {
    holder = holder.parent() ?? holder;
  }
  return holder;
}

function toKind(node: Node, supertypes: readonly string[]): CodeDeclaration["kind"] {
  const kind = String(node.kind());
  if (/function|variable/.test(kind)) return "function";
  if (/interface/.test(kind) || node.field("type")?.kind() === "interface_type") return "interface";
  if (supertypes.includes("Protocol")) return "interface";
  const isAbstract =
    kind.startsWith("abstract") || supertypes.includes("ABC") || hasAbstractModifier(node);
  return isAbstract ? "abstract-class" : "class";
}

/** Java's word among others and annotations, whose arguments may hold anything. */
function hasAbstractModifier(node: Node): boolean {
  const first = node.child(0);
  if (first?.kind() !== "modifiers") return false;
  return first.children().some((child) => child.kind() === "abstract");
}

function isExported(node: Node, name: string, { language, isCommonJs }: Around): boolean {
  switch (language) {
    case "python":
      return !name.startsWith("_");
    case "go":
      return /^\p{Lu}/u.test(name);
    case "java":
      return true;
    default:
      return isCommonJs || [node.parent(), node.parent()?.parent()].some(isExportStatement);
  }
}

/** `const start = () => …`: a function by another way of writing. */
function holdsFunction(node: Node): boolean {
  return /^(?:arrow_function|function_expression|function)$/.test(
    String(node.field("value")?.kind()),
  );
}

function isExportStatement(node: Node | null | undefined): boolean {
  return node?.kind() === "export_statement";
}

function readImports(node: Node): string | readonly string[] {
  const text = node.text();
  switch (String(node.kind())) {
    case "import_specifier":
    case "qualified_type":
      return node.field("name")?.text() ?? [];
    case "import_clause":
      return /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(text)?.[0] ?? [];
    case "import_declaration":
      return /(\w+)\s*;?\s*$/.exec(text)?.[1] ?? [];
    default:
      return (/\bimport\s+\(?([\s\S]*?)\)?\s*$/.exec(text)?.[1] ?? "")
        .split(",")
        .flatMap((part) => /^\s*(\w+)/.exec(part)?.[1] ?? []);
  }
}

function listRoutes(
  root: Node,
  { calls, decorators }: Grammar,
  marks: readonly Node[],
): SourceFacts["routes"] {
  const called = calls.flatMap((kind) =>
    root.findAll({ rule: { kind, has: { field: "function", regex: routeCallee } } }),
  );
  const marked =
    decorators.length === 0 ? [] : marks.filter((mark) => isRouteDecorator(mark.text()));
  return [...called, ...marked]
    .map((node) => ({
      text: toRouteText(node.text()),
      isOnType: isOnType(node),
      line: node.range().start.line + 1,
    }))
    .sort((a, b) => a.line - b.line || (a.text < b.text ? -1 : 1));
}

/** Whether a decorator belongs to a class: in TypeScript before the word `class`, in Java among its modifiers. */
function isOnType(node: Node): boolean {
  if (!/decorator|annotation/.test(String(node.kind()))) return false;
  const parent = node.parent();
  const kind = String(parent?.kind());
  if (kind === "modifiers") return parent?.parent()?.kind() === "class_declaration";
  return /^(?:export_statement|(?:abstract_)?class_declaration)$/.test(kind);
}

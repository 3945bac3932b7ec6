import { type ParserPlugin, parse } from "@babel/parser";
import type { Identifier, Node } from "@babel/types";
import type { CodeDeclaration, CodeRoute, SourceFile } from "../../../core/model/codebase.ts";
import { readRequires } from "./read-requires.ts";
import { readSupertypes } from "./read-supertypes.ts";
import { isRouteDecorator, routeCallee, toRouteText } from "./route-callee.ts";
import type { SourceParser } from "./source-parser.ts";

const isRoute = new RegExp(routeCallee);

const pluginsOf: Readonly<Record<string, readonly ParserPlugin[]>> = {
  typescript: ["typescript"],
  tsx: ["typescript", "jsx"],
  javascript: ["jsx"],
};

/** Parses TypeScript and JavaScript where native parsers are not to be had. */
export const babelParser: SourceParser = {
  languages: ["typescript", "tsx", "javascript"],
  parse: (file, text) => {
    const { body } = parseFile(file, text).program;
    const isCommonJs = /\b(?:module\.)?exports\b/.test(text);
    const imports = body.flatMap((statement) =>
      statement.type === "ImportDeclaration" ? statement.specifiers.flatMap(readImport) : [],
    );
    return {
      ...file,
      declarations: body.flatMap((statement) => toDeclaration(statement, text, isCommonJs)),
      imports: [...new Set([...imports, ...readRequires(text)])].sort(),
      routes: body
        .flatMap((statement) => listRoutes(statement, text))
        .sort((a, b) => a.line - b.line || (a.text < b.text ? -1 : 1)),
    };
  },
};

function parseFile({ language }: SourceFile, text: string) {
  return parse(text, {
    sourceType: "unambiguous",
    errorRecovery: true,
    allowReturnOutsideFunction: true,
    plugins: [...(pluginsOf[language] ?? []), "decorators-legacy"],
  });
}

function toDeclaration(
  statement: Node,
  text: string,
  isCommonJs: boolean,
): readonly CodeDeclaration[] {
  const isExport =
    statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
  const node = isExport ? statement.declaration : statement;
  const isExported = isExport || isCommonJs;
  switch (node?.type) {
    case "FunctionDeclaration":
      return node.id ? [name(node.id, "function")] : [];
    case "ClassDeclaration":
      return node.id ? [name(node.id, node.abstract ? "abstract-class" : "class", node.body)] : [];
    case "TSInterfaceDeclaration":
      return [name(node.id, "interface", node.body)];
    case "VariableDeclaration":
      return node.declarations.flatMap(({ id, init }) =>
        id.type === "Identifier" && isFunction(init) ? [name(id, "function")] : [],
      );
    default:
      return [];
  }

  function name(id: Identifier, kind: CodeDeclaration["kind"], body?: Node): CodeDeclaration {
    const supertypes = body ? readSupertypes(text.slice(id.end ?? 0, body.start ?? 0)) : [];
    return { kind, name: id.name, isExported, supertypes, line: id.loc?.start.line ?? 1 };
  }
}

function isFunction(node: Node | null | undefined): boolean {
  return node?.type === "ArrowFunctionExpression" || node?.type === "FunctionExpression";
}

function readImport(specifier: Node): readonly string[] {
  if (specifier.type === "ImportDefaultSpecifier") return [specifier.local.name];
  if (specifier.type !== "ImportSpecifier") return [];
  const { imported } = specifier;
  return [imported.type === "Identifier" ? imported.name : imported.value];
}

function listRoutes(root: Node, text: string): readonly CodeRoute[] {
  const routes: CodeRoute[] = [];
  const open: { readonly node: Node; readonly parent: Node | undefined }[] = [
    { node: root, parent: undefined },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    const own = text.slice(node.start ?? 0, node.end ?? 0);
    const line = node.loc?.start.line ?? 1;
    if (isRouteCall(node, text)) routes.push({ text: toRouteText(own), isOnType: false, line });
    if (node.type === "Decorator" && isRouteDecorator(own)) {
      routes.push({
        text: toRouteText(own),
        isOnType: parent?.type === "ClassDeclaration",
        line,
      });
    }
    for (const child of listChildren(node)) open.push({ node: child, parent: node });
  }
  return routes;
}

function isRouteCall(node: Node, text: string): boolean {
  if (node.type !== "CallExpression" && node.type !== "OptionalCallExpression") return false;
  return isRoute.test(text.slice(node.callee.start ?? 0, node.callee.end ?? 0));
}

function listChildren(node: Node): readonly Node[] {
  return Object.entries(node).flatMap(([key, value]) =>
    /Comments$|^(?:loc|extra|errors|tokens)$/.test(key) ? [] : [value].flat().filter(isNode),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

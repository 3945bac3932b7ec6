import type { CodeElement, SourceFacts } from "../model/codebase.ts";

const routeCall =
  /^@?(?:[\w$.]+\.)?(get|post|put|patch|delete|head|options|all|route|handle|handlefunc|getmapping|postmapping|putmapping|patchmapping|deletemapping|requestmapping|controller)\s*\(\s*(?:(?:value|path)\s*=\s*)?\{?\s*(?:["'`]([^"'`\n]*)["'`])?/i;
const methods = /^(get|post|put|patch|delete|head|options)(?:mapping)?$/i;
/** A route file of Next.js; its exported functions are named after methods. */
const routeFile = /(?:^|\/)app\/(.*\/)?route\.[cm]?[jt]sx?$/;

/** The endpoints that a source file serves, such as `GET /users/:id`, in the file's order. */
export function recogniseEndpoints({
  path,
  routes,
  declarations,
}: SourceFacts): readonly CodeElement[] {
  let prefix = "";
  const called = routes.flatMap(({ text, isOnType, line }) => {
    const [, verb = "", place] = routeCall.exec(text) ?? [];
    if (verb === "") return [];
    const isDecorator = text.startsWith("@");
    if (isOnType) {
      prefix = place ?? "";
      return [];
    }
    // A call of `map.get(key)` is no route: outside of decorators the path is told by its slash.
    const [, own, rest] = /^([A-Z]+) (\/.*)$/.exec(place ?? "") ?? [];
    const where = rest ?? place ?? "";
    if (!isDecorator && !where.startsWith("/")) return [];
    const method = own ?? readMethod(verb, text);
    return [toEndpoint(`${method} ${joinPath(isDecorator ? prefix : "", where)}`, line)];
  });
  const [, folders = ""] = routeFile.exec(path) ?? [];
  const filed = routeFile.test(path)
    ? declarations
        .filter(({ kind, name }) => kind === "function" && /^[A-Z]+$/.test(name))
        .map(({ name, line }) =>
          toEndpoint(`${name} ${joinPath("", folders.replace(/\([^)]*\)\//g, ""))}`, line),
        )
    : [];
  return [...called, ...filed];

  function toEndpoint(name: string, line: number): CodeElement {
    return { kind: "endpoint", name, path, line, usedBy: 0, extendedBy: 0 };
  }
}

function readMethod(verb: string, text: string): string {
  const [, direct] = methods.exec(verb) ?? [];
  if (direct !== undefined) return direct.toUpperCase();
  const [, stated] = /method(?:s)?\s*=\s*[[{(]?\s*(?:["']|RequestMethod\.)(\w+)/i.exec(text) ?? [];
  return stated?.toUpperCase() ?? "ANY";
}

function joinPath(prefix: string, path: string): string {
  const joined = [prefix, path]
    .map((part) => part.replace(/^\/+|\/+$/g, ""))
    .filter((part) => part !== "")
    .join("/");
  return `/${joined}`;
}

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The rooms of the core that a flow visits, in the order of its calls, flows that it calls
 * included: the story as it is written, read from its source.
 *
 * @param before Names of calls that come before the walk and are left out.
 */
export function listRooms(
  file: string,
  name: string,
  before: readonly string[] = [],
): readonly string[] {
  const source = readFileSync(file, "utf8");
  const imports = listImports(source);
  const rooms: string[] = [];
  for (const called of listCalls(readBody(source, name), name)) {
    const from = imports.get(called);
    if (before.includes(called)) continue;
    const room = from === undefined ? undefined : /\/core\/([a-z]+)\//.exec(from)?.[1];
    if (room !== undefined) rooms.push(room);
    else if (from?.startsWith("./"))
      rooms.push(...listRooms(join(dirname(file), from), called, before));
    else if (from === undefined && source.includes(`function ${called}(`)) {
      rooms.push(...listRooms(file, called, before));
    }
  }
  return rooms.filter((room) => !["model", "text", "graph"].includes(room));
}

/** Where each imported value comes from, be it loaded at the start or in a function. */
function listImports(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, names = "", from = ""] of source.matchAll(
    /^ *(?:import|const) \{([^}]*)\} (?:from |= await import\()"([^"]+)"/gms,
  )) {
    for (const name of names.split(",").map((word) => word.trim())) {
      if (name !== "" && !name.startsWith("type ")) found.set(name, from);
    }
  }
  return found;
}

/** The text of a function, nested ones included. */
function readBody(source: string, name: string): string {
  const start = source.search(new RegExp(`function ${name}\\(`));
  const indent = /[^\n]*$/.exec(source.slice(0, start))?.[0].match(/^\s*/)?.[0] ?? "";
  const end = source.indexOf(`\n${indent}}\n`, start);
  return start < 0 ? "" : source.slice(start, end < 0 ? undefined : end);
}

/** Names that are called in it, in order; functions that it defines are read where they are called. */
function listCalls(body: string, name: string): readonly string[] {
  const inner = [...body.matchAll(/\n( +)(?:async )?function (\w+)\(.*?\n\1\}/gs)];
  const outer = inner.reduce((text, [whole]) => text.replace(whole, ""), body);
  return [...outer.matchAll(/\b([a-z]\w*)\(/g)]
    .map(([, called = ""]) => called)
    .filter((called) => called !== name);
}

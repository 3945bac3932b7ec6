/**
 * Makes `src/sandbox/graphql/schema.json`: the types and fields named in `fields.json`, with the inputs, enums
 * and scalars they reach, out of GitHub's schema (npm package `@octokit/graphql-schema`), and the fields of
 * `dependencies.graphql` added.
 *
 *   node scripts/slice-graphql.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { schema as github } from "@octokit/graphql-schema";
import { buildASTSchema, extendSchema, Kind, parse, printSchema, visit } from "graphql";

const folder = new URL("../src/sandbox/graphql/", import.meta.url);
const fields = JSON.parse(readFileSync(new URL("fields.json", folder), "utf8"));

const full = parse(github.idl);
const definitions = new Map(
  full.definitions.filter((one) => one.name).map((one) => [one.name.value, one]),
);
const extension = parse(readFileSync(new URL("dependencies.graphql", folder), "utf8"));
const document = { kind: Kind.DOCUMENT, definitions: collectDefinitions() };
const schema = extendSchema(buildASTSchema(document), extension);
const slice = { source: "@octokit/graphql-schema", sdl: printSchema(schema) };
writeFileSync(new URL("schema.json", folder), `${JSON.stringify(slice, null, 2)}\n`);

/** The named types cut to their fields, and whatever input, enum, scalar or union these speak of. */
function collectDefinitions() {
  const collected = new Map();
  const queue = [...Object.keys(fields), ...listNamesOf(extension)];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const definition = definitions.get(name);
    if (definition === undefined || collected.has(name)) continue;
    const kept = cutDefinition(definition);
    collected.set(name, kept);
    queue.push(...listNamesOf(kept));
  }
  return [...collected.values()];
}

function cutDefinition(definition) {
  const { kind, name } = definition;
  const bare = visit(definition, { Directive: () => null, StringValue: dropDescription });
  if (kind === Kind.UNION_TYPE_DEFINITION) {
    return { ...bare, types: bare.types.filter((type) => type.name.value in fields) };
  }
  const isOutput = kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_DEFINITION;
  if (!isOutput) return bare;
  const wanted = fields[name.value];
  if (wanted === undefined) throw new Error(`${name.value} is reached; name its fields`);
  const unknown = wanted.filter((field) => !bare.fields.some((one) => one.name.value === field));
  if (unknown.length > 0) throw new Error(`${name.value} has no ${unknown.join(", ")}`);
  return {
    ...bare,
    fields: bare.fields.filter((field) => wanted.includes(field.name.value)),
    interfaces: bare.interfaces.filter((one) => one.name.value in fields),
  };
}

/** Descriptions are strings without a list or value around them; defaults stay. */
function dropDescription(_node, key) {
  return key === "description" ? null : undefined;
}

function listNamesOf(node) {
  const names = [];
  visit(node, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

import { buildASTSchema, type GraphQLSchema, parse, visit } from "graphql";
import json from "./schema.json" with { type: "json" };

const schemas = new Map<string, GraphQLSchema>();

/** The slice of GitHub's schema, without fields (`Type.field`) that an older server does not have. */
export function readSchema(missing: ReadonlySet<string>): GraphQLSchema {
  const key = [...missing].toSorted().join(" ");
  const known = schemas.get(key);
  if (known !== undefined) return known;
  const document = visit(parse(json.sdl), {
    ObjectTypeDefinition: (node) => ({ ...node, fields: keep(node.name.value, node.fields) }),
    InputObjectTypeDefinition: (node) => ({ ...node, fields: keep(node.name.value, node.fields) }),
  });
  const schema = buildASTSchema(document);
  schemas.set(key, schema);
  return schema;

  function keep<Field extends { readonly name: { readonly value: string } }>(
    type: string,
    fields: readonly Field[] = [],
  ): readonly Field[] {
    return fields.filter(({ name }) => !missing.has(`${type}.${name.value}`));
  }
}

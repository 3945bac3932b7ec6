/** What of a JSON Schema says which fields there are. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node | boolean;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
}

/** The paths of all fields of a schema: `tasks[].id`, and `{}` for any key of a map. */
export function listSchemaFields(schema: object, path = ""): readonly string[] {
  const node = schema as Node;
  const own = Object.entries(node.properties ?? {}).flatMap(([key, value]) => {
    const below = path === "" ? key : `${path}.${key}`;
    return [below, ...listSchemaFields(value, below)];
  });
  const { additionalProperties: any } = node;
  const isMap = typeof any === "object" && Object.keys(any).length > 0;
  return [
    ...own,
    ...(isMap ? [`${path}{}`, ...listSchemaFields(any, `${path}{}`)] : []),
    ...(typeof node.items === "object" ? listSchemaFields(node.items, `${path}[]`) : []),
    ...(node.anyOf ?? []).flatMap((one) => listSchemaFields(one, path)),
  ].filter((field, index, all) => all.indexOf(field) === index);
}

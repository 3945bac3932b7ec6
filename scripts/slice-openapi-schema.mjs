const DROPPED = new Set([
  "description",
  "example",
  "examples",
  "externalDocs",
  "title",
  "deprecated",
  "default",
]);

/**
 * The JSON Schema form of an OpenAPI 3.0 schema: `nullable` said in JSON Schema's words, references into
 * the slice, and nothing that is only for readers.
 */
export function toJsonSchema(schema) {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (schema === null || typeof schema !== "object") return schema;
  const { nullable, properties, ...rest } = schema;
  const converted = {};
  for (const [key, value] of Object.entries(rest)) {
    if (DROPPED.has(key) || key.startsWith("x-")) continue;
    converted[key] =
      key === "$ref"
        ? value.replace("#/components/schemas/", "#/schemas/")
        : key === "enum"
          ? value
          : toJsonSchema(value);
  }
  if (properties !== undefined) {
    converted.properties = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, toJsonSchema(value)]),
    );
  }
  return nullable === true ? allowNull(converted) : converted;
}

/** The same schema, refusing keys it does not name: what a sent body is held to. */
export function toStrictSchema(schema) {
  if (Array.isArray(schema)) return schema.map(toStrictSchema);
  if (schema === null || typeof schema !== "object") return schema;
  const strict = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === "properties"
        ? Object.fromEntries(
            Object.entries(value).map(([name, one]) => [name, toStrictSchema(one)]),
          )
        : toStrictSchema(value),
    ]),
  );
  const isOpen = strict.properties !== undefined && strict.additionalProperties === undefined;
  return isOpen ? { ...strict, additionalProperties: false } : strict;
}

function allowNull(schema) {
  if (Object.keys(schema).length === 0) return schema;
  if (typeof schema.type !== "string") return { anyOf: [schema, { type: "null" }] };
  const withNull = { ...schema, type: [schema.type, "null"] };
  return schema.enum === undefined
    ? withNull
    : { ...withNull, enum: [...new Set([...schema.enum, null])] };
}

/** A schema's name as SQL writes it, quotes and all. */
export function quoteSchema(schema: string): string {
  return `"${schema.replaceAll('"', '""')}"`;
}

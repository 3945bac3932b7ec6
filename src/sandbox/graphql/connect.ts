import { queryError } from "./query-error.ts";

/** The arguments of every connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const MAX_RECORDS = 100;

/**
 * One page of a list. Cursors name the item they stand at, so a page goes on at the right place though
 * items were added meanwhile.
 *
 * @throws a `GraphQLError` as GitHub does without `first` or `last`, or with more than 100.
 */
export function connect<T>(
  field: string,
  items: readonly T[],
  page: PageArguments,
  to: { readonly key: (item: T) => string | number; readonly node: (item: T) => unknown },
) {
  checkBoundaries(field, page);
  const cursors = items.map((item) => toCursor(to.key(item)));
  const start = page.after == null ? 0 : cursors.indexOf(page.after) + 1;
  const end = page.before == null ? items.length : cursors.indexOf(page.before);
  const from = page.last == null ? start : Math.max(start, end - page.last);
  const until = page.first == null ? end : Math.min(end, start + page.first);
  return {
    totalCount: items.length,
    nodes: () => items.slice(from, until).map(to.node),
    pageInfo: {
      hasNextPage: until < items.length,
      hasPreviousPage: from > 0,
      startCursor: cursors[from] ?? null,
      endCursor: until > from ? (cursors[until - 1] ?? null) : null,
    },
  };
}

function checkBoundaries(field: string, { first, last }: PageArguments): void {
  if (first == null && last == null) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`;
    throw queryError("MISSING_PAGINATION_BOUNDARIES", message);
  }
  const count = first ?? last ?? 0;
  if (count > MAX_RECORDS) {
    const name = first == null ? "last" : "first";
    const message = `Requesting ${count} records on the \`${field}\` connection exceeds the \`${name}\` limit of ${MAX_RECORDS} records.`;
    throw queryError("EXCESSIVE_PAGINATION", message);
  }
}

function toCursor(key: string | number): string {
  return Buffer.from(`cursor:v2:${key}`).toString("base64");
}

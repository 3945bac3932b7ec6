import type { Answer, Call } from "./route.ts";

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** One page of a listing as a list, with the `Link` header. `per_page` above 100 counts as 100. */
export function paginate<T>(call: Call, items: readonly T[], render: (item: T) => unknown): Answer {
  const { page, headers } = cutPage(call, items);
  return { status: 200, headers, body: page.map(render) };
}

/** One page of a listing, and the `Link` header to go with it. */
export function cutPage<T>(
  call: Call,
  items: readonly T[],
): { page: T[]; headers: Record<string, string> } {
  const perPage = Math.min(
    Math.max(toNumber(call.query.per_page, DEFAULT_PER_PAGE), 1),
    MAX_PER_PAGE,
  );
  const number = Math.max(toNumber(call.query.page, 1), 1);
  const last = Math.max(Math.ceil(items.length / perPage), 1);
  const links = [
    ...(number > 1 ? [linkTo(call, number - 1, "prev")] : []),
    ...(number < last ? [linkTo(call, number + 1, "next"), linkTo(call, last, "last")] : []),
    ...(number > 1 ? [linkTo(call, 1, "first")] : []),
  ];
  return {
    page: items.slice((number - 1) * perPage, number * perPage),
    headers: links.length === 0 ? {} : { link: links.join(", ") },
  };
}

function linkTo({ url }: Call, page: number, relation: string): string {
  const target = new URL(url);
  target.searchParams.set("page", String(page));
  return `<${target.href}>; rel="${relation}"`;
}

function toNumber(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

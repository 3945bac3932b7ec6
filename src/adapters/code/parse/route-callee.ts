/** Calls that may say where a request goes: `app.get`, `http.HandleFunc`; as a regular expression that Rust reads too. */
export const routeCallee =
  "\\.(?:get|post|put|patch|delete|head|options|all|route|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|Get|Post|Put|Patch|Delete|Handle|HandleFunc)$";

/** Longest part of a call that is looked at. */
const mostUnits = 240;

/** The beginning of a call on one line. */
export function toRouteText(text: string): string {
  return text.slice(0, mostUnits).replace(/\s+/g, " ");
}

/** Whether a decorator or annotation may be a route's. */
export function isRouteDecorator(text: string): boolean {
  return /^@(?:[\w.]+\.)?(?:Get|Post|Put|Patch|Delete|Head|Options|All|Controller|\w*Mapping|route|get|post|put|patch|delete)\s*\(/.test(
    text,
  );
}

/** Puts right what GitHub's description has wrong, in the place; each with the reason. */
export function amendOpenapi(openapi) {
  const { schemas } = openapi.components;
  // "Incomplete for more than 14 days": GitHub itself sets `stale`, as the webhook's schema says.
  schemas["check-run"].properties.conclusion.enum.push("stale");
  // The list of events is older here than everywhere else: `issue_dependencies` is missing.
  for (const action of ["requested", "rerequested"]) {
    const { check_suite } = schemas[`webhook-check-suite-${action}`].properties;
    delete check_suite.properties.app.properties.events.items.enum;
  }
  // An account is a user or an enterprise; here alone the description says that it is both.
  const { get } = openapi.paths["/app/installations"];
  const { schema } = get.responses["200"].content["application/json"];
  schema.items = { $ref: "#/components/schemas/installation" };
}

/** One entry of the `errors` of a 422. */
export interface FieldError {
  readonly resource?: string;
  readonly field?: string;
  readonly code: string;
  readonly message?: string;
  readonly value?: string;
}

/** A request that GitHub answers with an error; thrown anywhere below a route, before anything was changed. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    options: { errors?: readonly FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}

/** The 404 that GitHub gives for what is not there and for what you may not see. */
export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

/** The 422 that names a field of a resource. */
export function invalidField(
  resource: string,
  field: string,
  code: string,
  message?: string,
): Refusal {
  const error = { resource, field, code, ...(message !== undefined && { message }) };
  return new Refusal(422, "Validation Failed", { errors: [error] });
}

/** The 422 for a text over its limit. */
export function tooLong(resource: string, field: string, maximum: number): Refusal {
  return invalidField(
    resource,
    field,
    "custom",
    `${field} is too long (maximum is ${maximum} characters)`,
  );
}

import { createSign } from "node:crypto";

/** What may be wrong with a token, for tests that want it wrong. */
export interface AppTokenOptions {
  readonly issuedAt?: number;
  readonly expiresAt?: number;
  readonly privateKey?: string;
}

/** A token that an app signs for itself, by the real clock. */
export function signAppToken(
  app: { readonly id: number; readonly privateKey: string },
  options: AppTokenOptions = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const { issuedAt = now - 30, expiresAt = now + 300, privateKey = app.privateKey } = options;
  const payload = { iat: issuedAt, exp: expiresAt, iss: app.id };
  const text = [{ alg: "RS256", typ: "JWT" }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${createSign("RSA-SHA256").update(text).sign(privateKey, "base64url")}`;
}

import { createVerify } from "node:crypto";
import { Refusal } from "../refusal.ts";
import type { App } from "../state/app.ts";
import type { World } from "../state/world.ts";

/** Longest life of an app's own token. */
const MAX_LIFE_SECONDS = 600;

/** How far an app's clock may be ahead. */
const TOLERANCE_SECONDS = 60;

/** Whether a token looks like one that an app signed itself. */
export function isAppToken(secret: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(secret);
}

/**
 * The app that signed a JSON web token, by the real clock.
 *
 * @throws {Refusal} 401 if it is not signed with the key of the app it names, has expired, lives for more
 * than ten minutes or comes from the future.
 * Source: https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export function readAppToken(world: World, secret: string): App {
  const [header = "", payload = "", signature = ""] = secret.split(".");
  const { alg } = parsePart(header);
  const { iss, iat, exp } = parsePart(payload);
  const app = world.apps.get(Number(iss));
  if (alg !== "RS256" || app === undefined || app.publicKey === "") throw notDecoded();
  const verify = createVerify("RSA-SHA256").update(`${header}.${payload}`);
  if (!verify.verify(app.publicKey, signature, "base64url")) throw notDecoded();
  const now = Date.now() / 1000;
  if (typeof exp !== "number" || exp <= now) {
    const claim = "'Expiration time' claim ('exp')";
    const wanted = "the future time at which the assertion expires";
    throw new Refusal(401, `${claim} must be a numeric value representing ${wanted}`);
  }
  if (exp > now + MAX_LIFE_SECONDS + TOLERANCE_SECONDS) {
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  if (typeof iat !== "number" || iat > now + TOLERANCE_SECONDS) {
    const claim = "'Issued at' claim ('iat')";
    const wanted = "the time that the assertion was issued";
    throw new Refusal(401, `${claim} must be an Integer representing ${wanted}`);
  }
  return app;
}

function parsePart(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  } catch {
    throw notDecoded();
  }
}

function notDecoded(): Refusal {
  return new Refusal(401, "A JSON web token could not be decoded");
}

import { InputError } from "../core/errors.ts";

/**
 * A token as it is sent: without the space and line ends around it that a file or a pipe leaves.
 *
 * @param source Where it came from, such as `GITHUB_TOKEN`.
 * @throws {InputError} if it has anything in it that no header may hold; the value is not shown.
 */
export function checkToken(value: string, source: string): string {
  const token = value.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new InputError(
    `Cannot use the token in ${source}: it holds a space, a line end or another character that no token has; set it to the token alone`,
  );
}

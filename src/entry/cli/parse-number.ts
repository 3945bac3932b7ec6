import { InvalidArgumentError } from "commander";

/**
 * The number that a flag gives.
 *
 * @throws {InvalidArgumentError} if it is none, or out of the range.
 */
export function parseNumber(text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= least && value <= most)) {
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
  }
  return value;
}

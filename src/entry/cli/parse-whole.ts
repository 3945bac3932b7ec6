import { InvalidArgumentError } from "commander";
import { parseNumber } from "./parse-number.ts";

/**
 * The whole number that a flag gives.
 *
 * @throws {InvalidArgumentError} if it is none, or out of the range.
 */
export function parseWhole(text: string, least: number, most: number): number {
  const value = parseNumber(text, least, most);
  if (!Number.isInteger(value)) throw new InvalidArgumentError("It must be a whole number.");
  return value;
}

/** Hours to the tenth, for people. */
export function toHours(hours: number): string {
  return `${Math.round(10 * hours) / 10} h`;
}

/** Hours to the tenth: more would be more than anybody knows. */
export function roundHours(hours: number): number {
  return Math.round(hours * 10) / 10;
}

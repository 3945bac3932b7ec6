/** Stated hours are kept to the hundredth. */
const perHour = 100;
const exactness = 1e-6;

/**
 * The length of a step of time in which hours are counted best: the longest of which all are whole
 * multiples, where they are whole hundredths of an hour; otherwise, or where that would make more steps in all
 * than allowed, one that makes about as many as allowed.
 *
 * @param hours Not negative.
 * @returns Hours, above 0.
 */
export function chooseStep(hours: readonly number[], maxSteps: number): number {
  const total = hours.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 1;
  const parts = hours.map((value) => Math.round(perHour * value));
  const isExact = hours.every((value, at) => {
    return Math.abs(perHour * value - (parts[at] ?? 0)) < exactness;
  });
  const step = parts.reduce(divideBoth, 0) / perHour;
  return isExact && total <= maxSteps * step ? step : total / maxSteps;
}

/** Greatest common divisor. */
function divideBoth(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

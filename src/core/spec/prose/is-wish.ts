const order =
  /^(?:please\s+)?(?:build|create|make|develop|write|implement|design|add|set up|provide|support|allow|let)\s+\S/i;
const want = /\b(?:I|we)(?:['’]d like|\s+(?:want|need|would like))\b/i;
const able = /^(?:(?:an?|the|all|each|every|any)\s+)?(?:[\p{L}\d-]+\s+){1,3}can\s+(?!not\b)\p{L}/iu;

/** Whether a sentence of a description asks for something: an order, a wish, or what people can do. */
export function isWish(sentence: string): boolean {
  return order.test(sentence) || want.test(sentence) || able.test(sentence);
}

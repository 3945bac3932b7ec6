/** What is said of a task, rather than its title. */
const saying =
  /^(?:[,;:&+→⇒<>()|/-]|(?:and|or|to|is|are|was|were|has|have|had|can|must|should|may|will|does|do|depends?|blocks?|blocked|requires?|needs?|waits?|before|after|until|covers|provides|uses|unlocks?|enables?|precedes?|follows?)\b)/i;
const retired =
  /\b(?:removed|dropped|deprecated|retired|obsolete|superseded|merged\s+into|moved\s+to)\b/i;

/** Says whether what stands behind an ID is a title, and not something said of a task that has one. */
export function isTitle(text: string): boolean {
  return text !== "" && !saying.test(text) && !retired.test(text);
}

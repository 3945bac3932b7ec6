const phaseWords = /^(?:phases?|fase|etapa|阶段|階段|フェーズ|단계)$/;
const weekWords = /^(?:weeks?|semana|semaine|週|周)$/;

/** The word by which groups are kept (`phase`, `story`, `wave`), whatever number or language it has. */
export function toGroupWord(written: string): string {
  const word = written.toLowerCase().replace(/\s+/g, " ");
  if (/stor|^us$/.test(word)) return "story";
  if (phaseWords.test(word)) return "phase";
  return weekWords.test(word) ? "week" : word;
}

const none =
  /^(?:none|n\/a|na|nothing|nil|null|not\s+applicable|no\s+(?:\w+\s+)?(?:dependenc(?:y|ies)|blockers?|prerequisites?)|∅|없음|无依赖|無依存|无|無し|無|没有|沒有|なし|特になし|ningun[oa]s?|nada|aucune?s?|keine?|nenhum[ao]?|nessun[ao]?|нет)(?![\p{L}\p{N}_-])(?!\s+(?:except|beyond|besides|other\s+than|but|apart\s+from)\s)|^[-–—]+$|^no\.?$|^\[\s*\]$|^无(?=[，,。(\s]|$)/iu;

/**
 * Says whether a dependency text says outright that there is nothing to wait for: `None`, `N/A`, `—`,
 * `[]`, `no dependencies`, `无`, `なし`, `ninguna`, whatever follows it.
 */
export function isNone(text: string): boolean {
  return none.test(text.trim());
}

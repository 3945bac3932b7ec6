const words =
  /(?<![\p{L}\p{N}])(?:tests?|testing|e2e|qa|verif(?:y|ies|ication)|pruebas?|prüfen|テスト|测试|測試|테스트)(?![a-z])/iu;
const testFile = /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\/|[._](?:test|spec)\.\w+$|(?:^|\/)test_/i;

/** Whether a text speaks of testing, or a path is that of a test. */
export function speaksOfTests(text: string): boolean {
  return words.test(text) || testFile.test(text);
}

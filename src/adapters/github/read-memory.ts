import type { Octokit } from "@octokit/rest";

/** What GitHub answers. */
export type Answer = Awaited<ReturnType<Octokit["request"]>>;

/** Answers that were read, up to a size; those that were asked for longest ago are forgotten first. */
export interface ReadMemory {
  find(key: string): Answer | undefined;
  keep(key: string, answer: Answer): void;
}

/**
 * A memory of answers.
 *
 * @param mostChars How many characters their data may have in all, as JSON.
 */
export function readMemory(mostChars: number): ReadMemory {
  const kept = new Map<string, { readonly answer: Answer; readonly chars: number }>();
  let used = 0;
  return {
    find(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.answer;
    },
    keep(key, answer) {
      forget(key);
      const chars = key.length + JSON.stringify(answer.data ?? null).length;
      if (chars > mostChars) return;
      kept.set(key, { answer, chars });
      used += chars;
      for (const oldest of kept.keys()) {
        if (used <= mostChars) break;
        forget(oldest);
      }
    },
  };

  function forget(key: string): void {
    used -= kept.get(key)?.chars ?? 0;
    kept.delete(key);
  }
}

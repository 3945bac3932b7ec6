import { readRefusal } from "./read-refusal.ts";

/** Stands for an answer where a refusal is one. */
export interface NoAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, undefined>>;
  readonly data: undefined;
}

/**
 * Takes one kind of refusal for an answer without data, where it only says that things are as
 * wanted or that there is nothing; every other error goes on.
 *
 * @param words What GitHub must have said besides; anything if left out.
 */
export async function unlessRefused<T>(
  status: number,
  send: () => Promise<T>,
  words = /^/,
): Promise<T | NoAnswer> {
  try {
    return await send();
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal?.status !== status || !words.test(refusal.words)) throw error;
    return { status, headers: {}, data: undefined };
  }
}

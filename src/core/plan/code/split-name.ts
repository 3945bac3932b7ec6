/** The words of an identifier in lower case: `user`, `repository` of `UserRepository` and `user_repository`. */
export function splitName(name: string): readonly string[] {
  return (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? []).map((word) =>
    word.toLowerCase(),
  );
}

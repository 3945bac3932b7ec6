/** Who wrote something, as GraphQL tells it. */
export interface AuthorNode {
  readonly __typename: string;
  readonly login: string;
}

/** An author's login as REST has it: a bot gets its `[bot]` back, which GraphQL leaves out; who is gone is `ghost`. */
export function toLogin(author: AuthorNode | null): string {
  if (author === null) return "ghost";
  return author.__typename === "Bot"
    ? `${author.login.replace(/\[bot\]$/, "")}[bot]`
    : author.login;
}

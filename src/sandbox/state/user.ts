/** Somebody with a login: a person, an organisation or an app's bot. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly type: "User" | "Bot" | "Organization";
}

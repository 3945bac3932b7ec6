import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** The user of that login; made if there is none yet. Logins are the same in any case. */
export function ensureUser(world: World, login: string, type: User["type"] = toType(login)): User {
  const known = world.users.get(login.toLowerCase());
  if (known !== undefined) return known;
  const id = world.nextId();
  const email = `${id}+${login}@users.noreply.sandbox`;
  const user: User = { id, login, name: login, email, type };
  world.users.set(login.toLowerCase(), user);
  return user;
}

/** The user whose commit e-mail this is, if anybody's. */
export function findUserByEmail(world: World, email: string): User | undefined {
  return [...world.users.values()].find((user) => user.email === email);
}

function toType(login: string): User["type"] {
  return login.endsWith("[bot]") ? "Bot" : "User";
}

import { announceIssue } from "./announce-issue.ts";
import type { IssuePlace } from "./issue-labels.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** Most assignees of one issue; GitHub leaves out the rest without a word. */
const MAX_ASSIGNEES = 10;

/** Assigns those of the logins who can be; GitHub leaves out the rest without a word. */
export function addAssignees(world: World, place: IssuePlace, logins: readonly string[]): void {
  for (const user of findAssignable(world, logins)) {
    const isFull = place.issue.assignees.length >= MAX_ASSIGNEES;
    if (isFull || place.issue.assignees.includes(user)) continue;
    place.issue.assignees = [...place.issue.assignees, user];
    announceIssue(world, { ...place, action: "assigned", assignee: user });
  }
}

/** Unassigns those of the logins who are assigned. */
export function removeAssignees(world: World, place: IssuePlace, logins: readonly string[]): void {
  const wanted = new Set(logins.map((login) => login.toLowerCase()));
  for (const user of place.issue.assignees.filter((one) => wanted.has(one.login.toLowerCase()))) {
    place.issue.assignees = place.issue.assignees.filter((other) => other !== user);
    announceIssue(world, { ...place, action: "unassigned", assignee: user });
  }
}

/** Leaves exactly these assignees. */
export function setAssignees(world: World, place: IssuePlace, logins: readonly string[]): void {
  const wanted = findAssignable(world, logins);
  const surplus = place.issue.assignees.filter((user) => !wanted.includes(user));
  removeAssignees(
    world,
    place,
    surplus.map((user) => user.login),
  );
  addAssignees(world, place, logins);
}

/** People the sandbox knows; bots and organisations cannot be assigned. */
function findAssignable(world: World, logins: readonly string[]): User[] {
  return logins
    .map((login) => world.users.get(login.toLowerCase()))
    .filter((user) => user !== undefined)
    .filter((user) => user.type === "User");
}

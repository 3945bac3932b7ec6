import type { Sandbox } from "../../src/sandbox/sandbox.ts";

/**
 * What a person does in acme/shop on GitHub's pages, as a request of theirs.
 *
 * @param path Below the repository, such as `issues/3`.
 */
export async function actAsPerson(
  sandbox: Sandbox,
  method: "PATCH" | "POST" | "DELETE",
  path: string,
  body?: object,
): Promise<void> {
  const token = sandbox.addToken("person", { login: "mona", permission: "admin" });
  const headers = { authorization: `Bearer ${token}`, "user-agent": "browser" };
  const url = `${sandbox.url}/repos/acme/shop/${path}`;
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

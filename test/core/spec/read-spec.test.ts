import { describe, expect, it } from "@jest/globals";
import { findSecrets } from "../../../src/adapters/secrets/find-secrets.ts";
import { parseSpec } from "../../../src/core/spec/parse-spec.ts";
import { readSpec } from "../../../src/core/spec/read-spec.ts";
import { fakeSecrets } from "../../support/fake-secrets.ts";

const path = "specs/shop/tasks.md";

async function read(text: string) {
  return readSpec([{ path, text, secrets: await findSecrets(text) }], path);
}

describe("readSpec", () => {
  it.each(Object.entries(fakeSecrets))("lets no %s into the document", async (_name, secret) => {
    const text = [
      "# Tasks",
      "## Phase 1",
      "",
      `- [ ] T001 Log in with ${secret.replaceAll("\n", "\n  ")} for now`,
      `  **Dependencies:** T009 (${secret.replaceAll("\n", "\n  ")})`,
      "  - Acceptance Criteria:",
      `    - [ ] ${secret.replaceAll("\n", "\n      ")} is used`,
      `- [ ] T002 Log out`,
    ].join("\n");

    const document = await read(text);

    const json = JSON.stringify(document);
    const core = (/\w{12,}/.exec(secret.replace("SECRET_ACCESS_KEY", "")) ?? [""])[0];
    expect(core).not.toBe("");
    expect(json).not.toContain(core);
    expect(document.tasks[0]?.title).toMatch(/^Log in with .*\[REDACTED\].* for now/);
    expect(document.tasks.map(({ ownId }) => ownId)).toEqual(["T001", "T002"]);
    expect(json).not.toContain("\uFDD0");
  });

  it("names the place of each secret, and not the secret", async () => {
    const token = fakeSecrets["npm token"] ?? "";

    const { diagnostics } = await read(`# Tasks\n\n- [ ] T001 Use ${token}\n`);

    expect(diagnostics).toMatchObject([
      { code: "KS130", severity: "warning", at: { path, line: 3, column: 16 } },
    ]);
    expect(diagnostics[0]?.message).toContain("(npm)");
    expect(diagnostics[0]?.message).not.toContain(token);
  });

  it("leaves offsets, lines and columns those of the file", async () => {
    const secret = fakeSecrets["private key"] ?? "";
    const text = (body: string) =>
      `# Tasks\r\n\r\n${body}\r\n\r\n- [ ] T001 Set up\r\n- [ ] T002 Show orders (depends on T001)\r\n`;
    const harmless = secret.replace(/[^\n]/g, "x");

    const withSecret = await read(text(secret));

    const { tasks, statements } = parseSpec([{ path, text: text(harmless) }], path);
    expect(withSecret.tasks).toEqual(tasks);
    expect(withSecret.statements).toEqual(statements);
  });

  it("reads a text without secrets as parseSpec does", async () => {
    const text = "# Tasks\n\n- [ ] T001 Set up\n";

    expect(await read(text)).toEqual(parseSpec([{ path, text }], path));
  });
});

import { describe, expect, it } from "@jest/globals";
import { findSecrets } from "../../../src/adapters/secrets/find-secrets.ts";
import { fakeSecrets } from "../../support/fake-secrets.ts";

const token = fakeSecrets["github token"] ?? "";

describe("findSecrets", () => {
  it.each(Object.entries(fakeSecrets))("finds a %s where it stands", async (_name, secret) => {
    const text = `# Café 🚀\r\n\r\n- [ ] T001 Use ${secret} for now\r\n`;

    const [found, ...more] = await findSecrets(text);

    expect(more).toEqual([]);
    expect(secret).toContain(text.slice(found?.start, found?.end).split("/")[0]);
    expect((found?.end ?? 0) - (found?.start ?? 0)).toBeGreaterThan(secret.length * 0.6);
  });

  it("finds one that an editor escaped, at the place of its escaped form", async () => {
    const escaped = token.replaceAll("_", "\\_");

    const [found] = await findSecrets(`1\\. Use ${escaped}\\.`);

    expect(found).toEqual({ start: 8, end: 8 + escaped.length, kind: "github" });
  });

  it("tells several apart, in order", async () => {
    const text = Object.values(fakeSecrets).join("\n\n");

    const found = await findSecrets(text);

    expect(found).toHaveLength(Object.keys(fakeSecrets).length);
    expect(found.map(({ start }) => start)).toEqual(
      found.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });

  it.each([
    ['password = "hunter2', "hunter2", '"'].join(""),
    ['"api_key": "hunter2', "hunter2", '"'].join(""),
    ["DB_PASSWORD='hunter2", "hunter2", "'"].join(""),
  ])("finds a password in quotes after its name: %s", async (text) => {
    const [found, ...more] = await findSecrets(`Use \`${text}\` now`);

    expect(more).toEqual([]);
    expect(found?.kind).toBe("password");
    expect(`Use \`${text}\` now`.slice(found?.start, found?.end)).toBe("hunter2".repeat(2));
  });

  it.each([
    ["DB_PASSWORD=", "s3cr3tPa55w0rd", " is what staging uses"],
    ["export DB_PASSWORD=", "supersecret", ""],
    ["API_KEY=", "sk_live_abc123def456", " must be rotated"],
    ["password: ", "hunter2", "."],
    ["**Password:** ", "hunter2", ""],
    ["`api_key` = `", "hunter2hunter2", "`"],
    ["Server=db;User=shop;Password=", "hunter2!x", ";"],
    ["redis://:", "hunter2hunter2", "@cache:6379"],
    ["amqp://shop:", "correct-horse", "@mq.acme.io/shop"],
    ["curl -H 'Authorization: Bearer ", "0a1b2c3d4e5f6a7b8c9d", "'"],
    ["Authorization: Basic ", Buffer.from("shop:hunter2").toString("base64"), ""],
    ["the session ", `eyJ${"hbGciOiJIUzI1"}.eyJ${"zdWIiOiIxMjM0"}.abcdefghij`, " is still good"],
  ])("finds what a text gives away by what stands before it: %s…", async (...parts) => {
    const [before, secret] = parts;

    const [found, ...more] = await findSecrets(parts.join(""));

    expect(more).toEqual([]);
    expect(found).toMatchObject({ start: before.length, end: before.length + secret.length });
  });

  it.each([
    "DB_PASSWORD=<password>",
    ["DB_PASSWORD=$", "{DB_PASSWORD}"].join(""),
    "DB_PASSWORD=$DB_PASSWORD",
    "DB_PASSWORD=changeme",
    "DB_PASSWORD=password",
    "API_KEY=YOUR_API_KEY_1",
    "API_KEY=config.apiKey1",
    "API_TOKEN=apiToken",
    "MAX_TOKEN=100000",
    "password: 12+ characters",
    "Password: bcrypt-12",
    "token: 15min",
    "Token: OAuth2 with PKCE",
    "Reset password: FR-012",
    "token: src/auth/token2.ts",
    "Send it as Bearer <token>, or Bearer authentication.",
    "Authorization: Basic <base64 of user and password>",
    'password = "changeme123"',
    'token: "<your-token-1>"',
    'secret = "{{SECRET_1}}"',
    'token: "access_token_v2"',
    'password: "at least 8 characters"',
    'password: "correcthorse"',
    "- [ ] T001 Rotate the AWS_SECRET_ACCESS_KEY and the GITHUB_TOKEN",
    "Connect with postgres://user:password@localhost:5432/shop",
    "Read `process.env.NPM_TOKEN`; a token begins with ghp_ or npm_",
    "Account ID: 1234-5678-9012",
    "Commit 9f192fe0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6",
  ])("takes no plain words for a secret: %s", async (text) => {
    expect(await findSecrets(text)).toEqual([]);
  });

  it("takes one megabyte of text or of brackets in half a second", async () => {
    const started = performance.now();

    for (const piece of [
      "- [ ] T001 Do it\n",
      "password: ",
      "a1=token=",
      "://",
      "-----BEGIN ",
      "{",
      "postgres://a",
      "eyJ",
    ]) {
      await findSecrets(piece.repeat(1_000_000 / piece.length));
    }

    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

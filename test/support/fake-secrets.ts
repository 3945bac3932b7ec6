const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Made-up secrets by kind, put together here so that no file holds one. */
export const fakeSecrets: Readonly<Record<string, string>> = {
  "aws key ID": join("AK", "IA", "Q7RST2UVWX3YZABC"),
  "aws secret key": join("AWS_SECRET_ACCESS_KEY=", letters.slice(0, 36), "/+7K"),
  "github token": join("gh", "p_", letters.slice(10, 46)),
  "github fine-grained token": join(
    "github",
    "_pat_",
    letters.slice(20, 42),
    "_",
    letters.slice(0, 59),
  ),
  "gitlab token": join("glpat", "-", letters.slice(5, 25)),
  "slack token": join("xo", "xb-", "123456789012-", "210987654321-", letters.slice(0, 24)),
  "slack webhook": join(
    "https://hooks.",
    "slack.com/services/",
    "T00000000/",
    "B00000000/",
    letters.slice(0, 24),
  ),
  "npm token": join("np", "m_", letters.slice(3, 39)),
  "database URL": join("postgres://", "shop:", "hunter2hunter2", "@db.acme.io:5432/shop"),
  "address with password": join("https://", "shop:", "hunter2hunter2", "@acme.io/admin"),
  "private key": join(
    "-----BEGIN RSA ",
    "PRIVATE KEY-----\n",
    `MIIEpAIBAAKCAQEA${letters.slice(0, 48)}\n`.repeat(4),
    "-----END RSA ",
    "PRIVATE KEY-----",
  ),
};

function join(...parts: readonly string[]): string {
  return parts.join("");
}

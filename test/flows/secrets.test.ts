import { describe, expect, it } from "@jest/globals";
import { findSecrets } from "../../src/adapters/secrets/find-secrets.ts";
import { renderPlanComment } from "../../src/core/board/render-plan-comment.ts";
import { renderGithub } from "../../src/entry/cli/findings/render-github.ts";
import { renderJson } from "../../src/entry/cli/findings/render-json.ts";
import { renderSarif } from "../../src/entry/cli/findings/render-sarif.ts";
import { renderText } from "../../src/entry/cli/findings/render-text.ts";
import { renderFindings } from "../../src/entry/cli/render-findings.ts";
import { lintSpecs } from "../../src/flows/lint-specs.ts";
import { applyText, testTools } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";
import { fakeSecrets } from "../support/fake-secrets.ts";

const token = fakeSecrets["npm token"] ?? "";

/** A secret wherever a spec says something. */
const text = `# Shop with ${token}

**Owner**: ${token}

The shop MUST log in with ${token}.

## Phase 1: Begin with ${token}

- [ ] T001 Log in with ${token} (depends on the vault of ${token}, T009 ${token})
  - **Depends on**: T077 (${token})
  - Acceptance Criteria:
    - [ ] ${token} is used
  - [ ] Step with ${token} in src/${token}.ts
  - **Validation**: \`curl -H ${token} acme.io\`
- [ ] T001 Log in again with ${token}
- [ ] T002 Log out: ${token} (depends on T001)
- [ ] T003 ${token} (2h) [owner: ${token}]

### Task 7: Rotate ${token}

\`\`\`sh
export TOKEN=${token}
\`\`\`

| Risk | Mitigation |
| --- | --- |
| ${token} leaks | revoke ${token} |

\`\`\`mermaid
graph TD
  A[${token}] --> T001
\`\`\`

## Dependencies

- ${token} before T003
- T002 depends on ${token}
`;

describe("a secret in a spec", () => {
  it("is in no artifact, no issue, no comment and not on the plan branch", async () => {
    const github = new FakeGitHub();
    const fine = text.replace("T001 Log in again", "T006 Log in again");

    const { plan, isOk } = await applyText(github, fine);
    const dry = await applyText(github, `${fine}\n- [ ] T099 ${token} again\n`, { isDryRun: true });

    const issues = github.issues.all();
    const branch = await github.ports.branch.readFiles("plans");
    const written = {
      plan: JSON.stringify(plan),
      issues: JSON.stringify(issues),
      branch: JSON.stringify([...branch.files]),
      comment: renderPlanComment([dry]),
    };
    expect([isOk, issues.length, branch.files.size]).toEqual([true, 6, 10]);
    for (const one of Object.values(written)) {
      expect(one).not.toContain(token);
      expect(one).toContain("[REDACTED");
    }
    expect(issues.find(({ title }) => title.startsWith("T001"))?.title).toContain("[REDACTED]");
  });

  it("is in no format of lint and no finding, though each finding names its place", async () => {
    const files = [{ path: "spec.md", text, secrets: await findSecrets(text) }];
    const quiet = { changedAt: 0, configText: undefined, overrides: {}, record: undefined };

    const diagnostics = lintSpecs([{ path: "spec.md", files, ...quiet }], testTools);

    const report = { kind: "spec" as const, paths: ["spec.md"], diagnostics };
    const formats = [renderText, renderJson, renderSarif, renderGithub];
    const outputs = [...formats.map((render) => render(report)), ...renderFindings(diagnostics)];
    expect(diagnostics.filter(({ code }) => code === "KS130")).toHaveLength(
      text.split(token).length - 1,
    );
    for (const output of outputs) expect(output).not.toContain(token);
  });
});

import { describe, expect, it } from "@jest/globals";
import {
  isDeparture,
  recogniseWebhook,
} from "../../../../../src/adapters/github/lane/app/recognise-webhook.ts";

const repository = { full_name: "Octo/Shop", default_branch: "trunk" };
const installation = { id: 7 };
const delivery = "72d3162e-cc78-11e3-81ab-4c9367dc0958";

describe("recogniseWebhook", () => {
  it.each([
    ["issues", { action: "closed" }, "issues.closed"],
    ["issue_dependencies", { action: "blocked_by_added" }, "issue_dependencies.blocked_by_added"],
    ["pull_request", { action: "synchronize" }, "pull_request.synchronize"],
    ["push", { ref: "refs/heads/keysteps" }, "push"],
    ["push", { ref: "refs/heads/trunk" }, "push"],
    ["check_run", { action: "rerequested" }, "check_run.rerequested"],
    ["check_suite", { action: "rerequested" }, "check_suite.rerequested"],
  ])("takes %s %j for a hint about its repository", (name, other, event) => {
    const payload = { repository, installation, ...other };

    expect(recogniseWebhook({ delivery, name, payload })).toEqual([
      { delivery, lane: "octo/shop", installationId: 7, name: event },
    ]);
  });

  it.each([
    ["installation", { action: "created", repositories: [repository, { full_name: "Octo/Api" }] }],
    [
      "installation_repositories",
      { action: "added", repositories_added: [repository, { full_name: "Octo/Api" }] },
    ],
  ])("makes an event of its own for each repository of %s", (name, other) => {
    const events = recogniseWebhook({ delivery, name, payload: { installation, ...other } });

    expect(events.map((event) => [event.delivery, event.lane])).toEqual([
      [`${delivery} octo/shop`, "octo/shop"],
      [`${delivery} octo/api`, "octo/api"],
    ]);
  });

  it.each([
    ["push", { ref: "refs/heads/topic" }],
    ["push", { ref: "refs/tags/keysteps" }],
    ["check_run", { action: "created" }],
    ["check_suite", { action: "completed" }],
    ["installation", { action: "deleted", repositories: [repository] }],
    ["installation_repositories", { action: "removed", repositories_added: [] }],
    ["issue_comment", { action: "created" }],
    ["ping", {}],
  ])("takes no interest in %s %j", (name, other) => {
    const payload = { repository, installation, ...other };

    expect(recogniseWebhook({ delivery, name, payload })).toEqual([]);
  });

  it.each([
    ["no installation", { repository }],
    ["a name that is none", { installation, repository: { full_name: "../../etc" } }],
    ["no repository", { installation }],
    ["no object", "issues"],
    ["nothing", null],
  ])("takes no interest in a payload with %s", (_, payload) => {
    expect(recogniseWebhook({ delivery, name: "issues", payload })).toEqual([]);
  });
});

describe("isDeparture", () => {
  it.each([
    ["installation", "deleted", true],
    ["installation", "suspend", true],
    ["installation", "created", false],
    ["installation_repositories", "removed", true],
    ["repository", "renamed", true],
    ["issues", "deleted", false],
  ])("of %s.%s is %s", (name, action, is) => {
    expect(isDeparture({ name, payload: { action } })).toBe(is);
  });

  it("is not what has no form", () => {
    expect(isDeparture({ name: "installation", payload: null })).toBe(false);
  });
});

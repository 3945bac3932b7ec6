import { describe, expect, it } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import { openSandbox, shop } from "./open-sandbox.ts";

const names = { owner: "acme", name: "shop" };

/** The boards that the owner of the repository has. */
function readBoards(octokit: Octokit) {
  return octokit.graphql<Boards>(
    `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { owner { id
      ... on ProjectV2Owner { projectsV2(first: 9, query: "road") { nodes { id number title
        fields(first: 50) { nodes { ... on ProjectV2FieldCommon { id name dataType }
          ... on ProjectV2SingleSelectField { options { id name } } } }
        items(first: 100) { nodes { id content { ... on Issue { number } } fieldValues(first: 9) { nodes {
          ... on ProjectV2ItemFieldNumberValue { number field { ... on ProjectV2FieldCommon { name } } }
          ... on ProjectV2ItemFieldSingleSelectValue { name field { ... on ProjectV2FieldCommon { name } } }
        } } } }
      } } } } } }`,
    names,
  );
}

function mutate<Payload>(octokit: Octokit, name: string, input: object, wanted: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation($input: ${type}!) { payload: ${name}(input: $input) { ${wanted} } }`;
  return octokit.graphql<{ payload: Payload }>(mutation, { input });
}

describe("boards", () => {
  it("are made with a status, and given fields, items and values", async () => {
    const { octokit } = await openSandbox({ ownerType: "Organization" });
    const issue = await octokit.rest.issues.create({ ...shop, title: "One" });
    const ownerId = (await readBoards(octokit)).repository.owner.id;
    await mutate(octokit, "createProjectV2", { ownerId, title: "Roadmap" }, "projectV2 { id }");
    const [board] = (await readBoards(octokit)).repository.owner.projectsV2.nodes;
    const projectId = board?.id;

    await mutate(
      octokit,
      "createProjectV2Field",
      { projectId, name: "Wave", dataType: "NUMBER" },
      "projectV2Field { ... on ProjectV2FieldCommon { id } }",
    );
    const add = () =>
      mutate<{ item: { id: string } }>(
        octokit,
        "addProjectV2ItemById",
        { projectId, contentId: issue.data.node_id },
        "item { id }",
      );
    const first = await add();
    const second = await add();
    const [known] = (await readBoards(octokit)).repository.owner.projectsV2.nodes;
    const [, status, wave] = known?.fields.nodes ?? [];
    const set = (fieldId: string | undefined, value: object) =>
      mutate(
        octokit,
        "updateProjectV2ItemFieldValue",
        { projectId, itemId: first.payload.item.id, fieldId, value },
        "projectV2Item { id }",
      );
    await set(wave?.id, { number: 2 });
    await set(status?.id, { singleSelectOptionId: status?.options?.[1]?.id });

    expect(second.payload.item.id).toBe(first.payload.item.id);
    const [after] = (await readBoards(octokit)).repository.owner.projectsV2.nodes;
    expect(after).toMatchObject({ number: 1, title: "Roadmap" });
    expect(after?.items.nodes).toEqual([
      {
        id: first.payload.item.id,
        content: { number: 1 },
        fieldValues: {
          nodes: [
            { name: "In Progress", field: { name: "Status" } },
            { number: 2, field: { name: "Wave" } },
          ],
        },
      },
    ]);
    await expect(set(wave?.id, { text: "two" })).rejects.toThrow("NUMBER value");
    await expect(set(status?.id, { singleSelectOptionId: "none" })).rejects.toThrow("option");
  });

  it("are nothing for the token of a job, and for an app only in organisations and with the permission", async () => {
    for (const ownerType of ["Organization", "User"] as const) {
      const { sandbox, as } = await openSandbox({ ownerType });
      sandbox.addToken("job", { login: "github-actions[bot]", kind: "integration" });
      const permissions = { organization_projects: "write" } as const;
      sandbox.addToken("app", { login: "keeper[bot]", kind: "integration", permissions });

      await expect(readBoards(as("job"))).rejects.toThrow("not accessible by integration");
      if (ownerType === "User") {
        await expect(readBoards(as("app"))).rejects.toThrow("not accessible by integration");
      } else {
        expect((await readBoards(as("app"))).repository.owner.projectsV2.nodes).toEqual([]);
      }
    }
  });
});

interface Boards {
  readonly repository: {
    readonly owner: {
      readonly id: string;
      readonly projectsV2: { readonly nodes: readonly Board[] };
    };
  };
}

interface Board {
  readonly id: string;
  readonly fields: {
    readonly nodes: readonly {
      readonly id: string;
      readonly options?: readonly { readonly id: string }[];
    }[];
  };
  readonly items: { readonly nodes: readonly unknown[] };
}

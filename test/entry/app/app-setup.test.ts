import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { stateLabels } from "../../../src/core/model/task-state.ts";
import { findTable } from "../../docs/find-table.ts";
import { readManifest } from "../../support/read-manifest.ts";

const page = "docs/app-setup.md";
const manifest = readManifest();

describe("the page on setting up the App", () => {
  it("lists the settings that are read, and no others", () => {
    const source = readFileSync("src/entry/app/read-settings.ts", "utf8");
    const read = [...source.matchAll(/\b(?:read|need)\("([A-Z_]+)"\)/g)].map(([, name]) => name);

    expect(listCells("variable").toSorted()).toEqual([...new Set(read)].toSorted());
  });

  it("asks for the permissions and events of app.yml", () => {
    const { rows } = findTable(page, "permission");

    const levels = rows.map(([name = "", level]) => [name.replaceAll("`", ""), level]);
    expect(Object.fromEntries(levels)).toEqual(manifest.default_permissions);
    expect(listCells("event").toSorted()).toEqual([...manifest.default_events].toSorted());
  });

  it("leads to a form that is filled with what app.yml says", () => {
    const [address = ""] =
      /https:\/\/github\.com\/settings\/apps\/new\?\S+/.exec(readFileSync(page, "utf8")) ?? [];
    const { searchParams } = new URL(address);

    const { metadata: _, ...permissions } = manifest.default_permissions;
    for (const [name, level] of Object.entries(permissions)) {
      expect([name, searchParams.get(name)]).toEqual([name, level]);
    }
    expect(searchParams.getAll("events[]")).toEqual(manifest.default_events);
    expect(searchParams.get("webhook_url")).toBe(manifest.hook_attributes.url);
  });

  it("explains every label", () => {
    const names = Object.values(stateLabels).map(({ name }) => name);

    expect(listCells("label").toSorted()).toEqual(names.toSorted());
  });
});

function listCells(column: string): readonly string[] {
  return findTable(page, column).rows.map(([name = ""]) => name.replaceAll("`", ""));
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { settingSchemas } from "../../src/core/config/config-schema.ts";
import { defaultConfig } from "../../src/core/config/default-config.ts";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { settingDescriptions } from "../../src/core/config/setting-descriptions.ts";
import { findTable } from "./find-table.ts";

const page = "docs/settings.md";

describe("the reference of settings", () => {
  it("says of each key what editors show of it", () => {
    const told = findTable(page, "key").rows.map(([key = "", , text]) => [
      key.replaceAll("`", ""),
      text,
    ]);

    expect(Object.fromEntries(told)).toEqual(settingDescriptions);
  });

  it("has each key, and no other", () => {
    const shown = findTable(page, "key").rows.map(([key]) => key);

    expect(shown.toSorted()).toEqual(
      Object.keys(settingSchemas)
        .map((key) => `\`${key}\``)
        .toSorted(),
    );
  });

  it("shows settings that are read without a finding", () => {
    const [, example] = /^```yaml\n(.*?)^```$/ms.exec(readFileSync(page, "utf8")) ?? [];

    const { config, diagnostics } = parseConfig(example, page);

    expect(diagnostics).toEqual([]);
    expect(config.people).toHaveLength(2);
    expect(config.barrierQuorum).toBe(defaultConfig.barrierQuorum);
  });
});

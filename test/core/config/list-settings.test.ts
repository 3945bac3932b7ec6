import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { defaultConfig } from "../../../src/core/config/default-config.ts";
import { listSettings } from "../../../src/core/config/list-settings.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { describeOrigin, renderSettings } from "../../../src/core/config/render-settings.ts";

const path = ".github/keysteps.yml";
const nothing = { overrides: {}, sources: new Map<string, string>() };

/** Where each value comes from, by its key. */
function listOrigins(text: string | undefined, given = nothing): Readonly<Record<string, string>> {
  const { settings } = listSettings(text, path, given);
  return Object.fromEntries(
    settings.map(({ keys, origin }) => [keys.join("."), describeOrigin(origin)]),
  );
}

describe("listSettings", () => {
  it("says default where nobody says anything", () => {
    expect(new Set(Object.values(listOrigins(undefined)))).toEqual(new Set(["default"]));
  });

  it("names the line of each value that the file states, and no other's", () => {
    const text = [
      "max_wave_size: 5",
      "resource_allocation:",
      "  headroom_percent: 10",
      "people:",
      "  backend: 2",
      "  ada:",
      "    skills: [web]",
      "resources:",
      "  deployment_pipeline: false",
      "  database_migrations:",
      "    location: db/**",
    ].join("\n");

    expect(listOrigins(text)).toMatchObject({
      max_wave_size: `${path}:1`,
      "resource_allocation.headroom_percent": `${path}:3`,
      "resource_allocation.preemption_enabled": "default",
      "people.backend.count": `${path}:5`,
      "people.ada.skills": `${path}:7`,
      "people.ada.count": "default",
      "resources.deployment_pipeline": `${path}:9`,
      "resources.database_migrations.location": `${path}:11`,
      "resources.database_migrations.type": "default",
      min_confidence: "default",
    });
  });

  it("says default of a key that is wrong or empty, since its default holds", () => {
    const text =
      "max_wave_size: many\nbarrier: { quorum: 0.5, quorums: 1 }\nnormalise:\nresources:\n  database_migrations: { kind: x }\n  gpu: { capacity: 2 }\n";

    expect(listOrigins(text)).toMatchObject({
      max_wave_size: "default",
      "barrier.quorum": "default",
      normalise: "default",
      "resources.database_migrations.type": "default",
      "resources.gpu.capacity": `${path}:6`,
    });
    expect(new Set(Object.values(listOrigins("max_wave_size: [\n")))).toEqual(new Set(["default"]));
  });

  it("names the flag or variable that stands above the file", () => {
    const given = {
      overrides: { maxWaveSize: 7 },
      sources: new Map([["max_wave_size", "TASKS_MAX_WAVE_SIZE"]]),
    };
    const { settings } = listSettings("max_wave_size: 5\n", path, given);

    expect(settings.find(({ keys }) => keys[0] === "max_wave_size")).toEqual({
      keys: ["max_wave_size"],
      value: 7,
      origin: "TASKS_MAX_WAVE_SIZE",
    });
  });

  it.each([
    ["nothing", ""],
    [
      "the example of the reference",
      /^```yaml\n(.*?)^```$/ms.exec(readFileSync("docs/settings.md", "utf8"))?.[1] ?? "",
    ],
    ["a board and marks", "board: { number: 3 }\nissues: { milestone: MVP }\n"],
    [
      "odd names",
      'tasks: { 2.10: { cpu_cores: 1 }, "a: b # c": { memory_mb: 1 } }\nresources: { database_migrations: false, pool: { capacity: 2, tasks: { 1.10: 2 } } }\n',
    ],
  ])("prints a file that has the same effect: %s", (_, text) => {
    const { config, diagnostics } = parseConfig(text, path);
    const printed = renderSettings(listSettings(text, path, nothing).settings);
    const again = parseConfig(printed, path);

    expect(diagnostics).toEqual([]);
    expect(again.diagnostics).toEqual([]);
    const isPlaced = true;
    const placed = config.resources.map((resource) => ({ ...resource, isPlaced }));
    expect(again.config).toEqual({ ...config, resources: placed });
  });

  it("has every setting that planning knows", () => {
    const keys = new Set(
      listSettings(undefined, path, nothing).settings.map(({ keys }) => keys[0]),
    );

    expect(keys.size).toBe(Object.keys(defaultConfig).length);
  });
});

import { describe, expect, it } from "@jest/globals";
import { defaultConfig } from "../../../src/core/config/default-config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";

const path = ".github/keysteps.yml";

describe("parseConfig", () => {
  it("gives the defaults where there is no file, or an empty one", () => {
    expect(parseConfig(undefined, path)).toEqual({ config: defaultConfig, diagnostics: [] });
    expect(parseConfig("# nothing yet\n", path).config).toEqual(defaultConfig);
    expect(defaultConfig).toMatchObject({
      executionModel: "rolling_frontier",
      minConfidence: 0.7,
      maxWaveSize: 30,
      maxConcurrentTasks: 10,
    });
  });

  it("takes each setting", () => {
    const { config, diagnostics } = parseConfig(
      "execution_model: wave_based\nmin_confidence: 0.85\nmax_wave_size: 5\nmax_concurrent_tasks: 3\n",
      path,
    );

    expect(diagnostics).toEqual([]);
    expect(config).toMatchObject({
      executionModel: "wave_based",
      minConfidence: 0.85,
      maxWaveSize: 5,
      maxConcurrentTasks: 3,
    });
  });

  it("adds resources, extends a built-in named again and removes one set to false", () => {
    const { config, diagnostics } = parseConfig(
      [
        "resources:",
        "  database_migrations: { location: db/schema/** }",
        "  deployment_pipeline: false",
        "  test_db_pool: { capacity: 3, scope: plan, tasks: [T012, 2.10] }",
        "  gpu: { type: shared_limited, capacity: 4, tasks: { T001: 2 } }",
      ].join("\n"),
      path,
    );

    expect(diagnostics).toEqual([]);
    expect(config.resources.map((resource) => resource.id)).toEqual([
      "database_migrations",
      "test_db_pool",
      "gpu",
    ]);
    expect(config.resources[0]).toMatchObject({ type: "exclusive", location: ["db/schema/**"] });
    expect(config.resources[1]).toMatchObject({
      type: "shared_limited",
      capacity: 3,
      scope: "plan",
      tasks: { T012: 1, "2.10": 1 },
    });
    expect(config.resources[2]).toMatchObject({ tasks: { T001: 2 } });
  });

  it.each([
    ["max_wave_size: 5\nmax_wave_sizes: 4\n", "KS402", 2, 1],
    ["min_confidence: 1.5\n", "KS403", 1, 1],
    ["max_wave_size: many\n", "KS403", 1, 1],
    ["resources:\n  db:\n    kind: exclusive\n", "KS402", 3, 5],
    ["resources:\n  db:\n    type: shared_limited\n", "KS404", 2, 3],
    ["resources:\n  db:\n    type: exclusive\n    capacity: 2\n", "KS404", 2, 3],
    ["resources:\n  db:\n    location: [a/**, 3]\n", "KS403", 3, 5],
    ["resources:\n  'two words': {}\n", "KS403", 2, 3],
    ["resources:\n  x: { type: shared_limited, capacity: 2147483648 }\n", "KS403", 2, 30],
    ["resources:\n  gpu: { capacity: 2, tasks: { T001: 4294967296 } }\n", "KS403", 2, 32],
    ["resource_limits: { max_cpu_cores: 6000000000 }\n", "KS403", 1, 20],
    ["resource_limits: { max_memory_gb: 2000000 }\n", "KS403", 1, 20],
    ["max_concurrent_tasks: 2147483648\n", "KS403", 1, 1],
    ["tasks: { T001: { memory_mb: 4294967296 } }\n", "KS403", 1, 18],
    ["people: { ada: 2147483648 }\n", "KS403", 1, 11],
    ["resources:\n  cpu_cores: { capacity: 2 }\n", "KS403", 2, 3],
    ["resources:\n  max_concurrent_tasks: { capacity: 2 }\n", "KS403", 2, 3],
    ["- a list\n", "KS403", 1, 1],
    ["a: [1\n", "KS401", 2, 1],
    ["a: 1\na: 2\n", "KS401", 2, 1],
    ["a: &x 1\nb: *x\n", "KS401", 2, 4],
  ])("finds the fault and its place in %j", (text, code, line, column) => {
    const { diagnostics } = parseConfig(text, path);

    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code, severity: "error", at: { path, line, column } });
  });

  it("keeps what is right beside what is wrong", () => {
    const { config, diagnostics } = parseConfig(
      "max_wave_size: 0\nmax_concurrent_tasks: 4\nresources:\n  gpu: { capacity: -1 }\n  pool: { capacity: 2 }\n",
      path,
    );

    expect(diagnostics.map((finding) => finding.at.line)).toEqual([1, 4]);
    expect(config.maxWaveSize).toBe(30);
    expect(config.maxConcurrentTasks).toBe(4);
    expect(config.resources.map((resource) => resource.id)).toContain("pool");
  });
});

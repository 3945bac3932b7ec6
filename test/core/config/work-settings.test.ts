import { describe, expect, it } from "@jest/globals";
import { defaultConfig } from "../../../src/core/config/default-config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { toSettings } from "../../../src/core/config/to-settings.ts";

const path = ".github/keysteps.yml";

describe("the settings of how work runs", () => {
  it("take machines, people, task hints, barrier and allocation", () => {
    const { config, diagnostics } = parseConfig(
      [
        "barrier: { quorum: 0.8 }",
        "resource_limits: { max_cpu_cores: 16, max_memory_gb: 32, max_disk_io_mbps: 500 }",
        "resource_allocation: { headroom_percent: 10, preemption_enabled: false }",
        "people:",
        "  backend: 2",
        "  ada: { skills: [backend, database] }",
        "tasks:",
        "  2.10: { cpu_cores: 4, memory_mb: 2048, skills: [backend], avoid_concurrent_with: [T004, 7] }",
      ].join("\n"),
      path,
    );

    expect(diagnostics).toEqual([]);
    expect(config).toMatchObject({
      barrierQuorum: 0.8,
      machine: { cpuCores: 16, memoryMb: 32_768, diskIoMbps: 500 },
      allocation: {
        headroomPercent: 10,
        isPreemptionEnabled: false,
        preemptionPriorities: ["low", "medium", "high", "critical"],
      },
      people: [
        { name: "backend", count: 2, skills: ["backend"] },
        { name: "ada", count: 1, skills: ["backend", "database"] },
      ],
    });
    expect(config.taskHints).toEqual({
      "2.10": {
        cpuCores: 4,
        memoryMb: 2048,
        diskIoMbps: 0,
        skills: ["backend"],
        avoids: ["T004", "7"],
        isPreemptible: false,
      },
    });
  });

  it("take hours by weekday and date, which are working days then", () => {
    const text = [
      "calendar:",
      "  days: [mon, tue]",
      "  hours: { default: 08:00-16:00, sat: [13:00-14:00, 09:00-12:00], 2026-12-24: 09:00-12:00 }",
    ].join("\n");

    const { config, diagnostics } = parseConfig(text, path);

    expect(diagnostics).toEqual([]);
    expect(config.calendar).toMatchObject({
      days: [1, 2, 6],
      hours: [{ from: 480, to: 960 }],
      ownHours: {
        6: [
          { from: 540, to: 720 },
          { from: 780, to: 840 },
        ],
        "2026-12-24": [{ from: 540, to: 720 }],
      },
    });
    expect(toSettings(config)).toMatchObject({
      calendar: {
        hours: {
          default: ["08:00-16:00"],
          sat: ["09:00-12:00", "13:00-14:00"],
          "2026-12-24": ["09:00-12:00"],
        },
      },
    });
    expect(
      parseConfig("calendar: { hours: { friday: 09:00-12:00 } }", path).diagnostics,
    ).toMatchObject([{ code: "KS403" }]);
  });

  it("take a calendar, and fill in working days, hours and zone", () => {
    const { config, diagnostics } = parseConfig(
      [
        "calendar:",
        "  start: 2026-03-02",
        "  time_zone: Europe/Berlin",
        '  hours: ["13:00-17:00", "08:30-12:00"]',
        "  holidays: [2026-12-24..2027-01-01, 2026-04-03]",
      ].join("\n"),
      path,
    );

    expect(diagnostics).toEqual([]);
    expect(config.calendar).toEqual({
      start: "2026-03-02",
      timeZone: "Europe/Berlin",
      days: [1, 2, 3, 4, 5],
      hours: [
        { from: 510, to: 720 },
        { from: 780, to: 1020 },
      ],
      holidays: [
        { from: "2026-04-03", to: "2026-04-03" },
        { from: "2026-12-24", to: "2027-01-01" },
      ],
    });
    expect(parseConfig("calendar: {}", path).config.calendar).toMatchObject({
      start: undefined,
      timeZone: "UTC",
      hours: [{ from: 540, to: 1020 }],
    });
  });

  it.each([
    ["barrier: { quorum: 0 }", 1],
    ["resource_limits:\n  max_cpu_cores: 0", 2],
    ["resource_allocation:\n  headroom_percent: 95", 2],
    ["people:\n  ada: { skills: [] }", 2],
    ["tasks:\n  T001: { cpu_cores: -1 }", 2],
    ["tasks:\n  T001: { cpu_cores: 0.5 }", 2],
    ["order_schedules: 1000001", 1],
    ["seed: -1", 1],
    ["calendar:\n  start: 2026-02-30", 2],
    ["calendar:\n  start: tomorrow", 2],
    ["calendar:\n  time_zone: Mars/Olympus", 2],
    ["calendar:\n  days: []", 2],
    ['calendar:\n  hours: ["17:00-09:00"]', 2],
    ['calendar:\n  hours: ["09:00-12:00", "11:00-17:00"]', 2],
    ["calendar:\n  holidays: [2026-12-25..2026-12-24]", 2],
    ["calendar:\n  holidays: [2026-01-01..2026-01-02..2027-01-01]", 2],
  ])("refuse what cannot be, with its line: %s", (text, line) => {
    const { config, diagnostics } = parseConfig(text, path);

    expect(diagnostics).toMatchObject([{ code: "KS403", severity: "error", at: { path, line } }]);
    expect(config).toEqual(defaultConfig);
  });

  it.each([
    ["barrier: { quorum: 1.01 }", "expected a number above 0, at most 1; correct the value"],
    ["min_confidence: 1.5", "expected a number from 0 to 1; correct the value"],
    ["max_wave_size: 1.5", "expected a whole number, at least 1; correct the value"],
    [
      "resource_limits: { max_memory_gb: 0.5 }",
      "expected a whole number of gigabytes, at least 0; round up what is part of one; correct the value",
    ],
    [
      "calendar: { start: 2026-03-02, hours: 9-17 }",
      "expected working hours such as 09:00-17:00; correct the value, there are no dates until then",
    ],
  ])("say what is wanted, in words of the file: %s", (text, wanted) => {
    const [finding] = parseConfig(text, path).diagnostics;

    expect(finding?.message.replace(/^'[\w.]+' is wrong: /, "")).toBe(wanted);
  });

  it("say of part of a core what to write", () => {
    const [finding] = parseConfig("tasks: { T001: { cpu_cores: 0.5 } }", path).diagnostics;

    expect(finding?.message).toBe(
      "'tasks.T001.cpu_cores' is wrong: expected a whole number of cores, at least 0; round up what is part of one; correct the value",
    );
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { buildMetrics } from "../../src/entry/app/build-metrics.ts";
import { MemoryStore } from "../support/memory-store.ts";

const page = readFileSync("docs/operations.md", "utf8");

describe("docs/operations.md", () => {
  it("tells of each metric of ours, and of no other", async () => {
    const { text } = await buildMetrics(new MemoryStore(() => 0)).render();
    const there = [...text.matchAll(/^# TYPE (keysteps_\w+) /gm)].map(([, name]) => name);
    const told = [...page.matchAll(/`(keysteps_\w+)`/g)].map(([, name]) => name);

    expect(new Set(told)).toEqual(new Set(there));
  });
});

describe("deploy/", () => {
  it("sets only what the App reads", () => {
    const setup = readFileSync("docs/app-setup.md", "utf8");
    const example = readFileSync("deploy/app.env.example", "utf8");
    const names = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    const { services } = parse(readFileSync("deploy/compose.yml", "utf8"));

    expect(names).toContain("WEBHOOK_SECRET");
    for (const name of [...names, ...Object.keys(services.app.environment)]) {
      expect(setup).toContain(`| \`${name}\` |`);
    }
  });

  it("starts what the build makes", () => {
    const dockerfile = readFileSync("deploy/Dockerfile", "utf8");
    const build = readFileSync("scripts/build.mjs", "utf8");

    expect(dockerfile).toContain('CMD ["node", "dist/app/main.js"]');
    expect(build).toMatch(/app/);
  });
});

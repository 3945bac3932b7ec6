import { describe, expect, it } from "@jest/globals";
import { recogniseTitleNeeds } from "../../../src/core/plan/recognise-title-needs.ts";

describe("recogniseTitleNeeds", () => {
  it.each([
    "Run the orders migration",
    "Run migrations",
    "Run all pending database migrations against staging",
    "Add a migration for the users table",
    "Create Alembic migration in db/migrations/001_users.py",
    "Write the initial schema migration",
    "Define models and add migration scripts",
    "Migrate the database to PostgreSQL 17",
    "Create migration to add an index",
    "Migrate the orders table",
  ])("sees a change of the database in %j", (title) => {
    expect(recogniseTitleNeeds(title).map((need) => need.resource)).toEqual([
      "database_migrations",
    ]);
  });

  it.each([
    "Deploy to production",
    "Deploy the API to staging",
    "Build the image and deploy it to the staging cluster",
    "Release v2 to production",
    "Roll out checkout to the live site",
    "Deploy staging",
    "Run production deployment",
    "Promote the build into production",
  ])("sees a deployment in %j", (title) => {
    expect(recogniseTitleNeeds(title).map((need) => need.resource)).toEqual([
      "deployment_pipeline",
    ]);
  });

  it.each([
    "Migrate config.py to Pydantic",
    "Document the migration guide",
    "Write a migration guide for v2",
    "Create migration plan",
    "Run the migration to TypeScript",
    "Add migration tests",
    "Document how to deploy to production",
    "Add deployment documentation",
    "Configure the deployment workflow",
    "Write a test that runs migrations",
    "Migrate database docs",
    "Deploy script cleanup",
    "Publish the package to npm",
    "Migrate tests to jest",
    "Release notes for staging",
  ])("sees nothing in %j", (title) => {
    expect(recogniseTitleNeeds(title)).toEqual([]);
  });

  it("quotes the phrase", () => {
    expect(recogniseTitleNeeds("Build it, then deploy to production tonight")).toEqual([
      { resource: "deployment_pipeline", phrase: "deploy to production" },
    ]);
  });

  it("stays quick on long titles", () => {
    const title = `Run ${"the a b ".repeat(20_000)}`;

    const startedAt = performance.now();
    recogniseTitleNeeds(title);

    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

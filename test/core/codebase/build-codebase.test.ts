import { describe, expect, it } from "@jest/globals";
import { aCodebase, aSource } from "../../support/a-codebase.ts";

const names = (elements: readonly { readonly name: string }[]) => elements.map(({ name }) => name);

describe("what the code offers", () => {
  const codebase = aCodebase({
    sources: [
      aSource("src/logger.ts", [{ name: "Logger" }, { name: "hidden", isExported: false }]),
      aSource("src/base.ts", [
        { name: "BaseController", kind: "abstract-class" },
        { name: "Shape", kind: "interface" },
        { name: "Store", kind: "interface", isExported: false },
      ]),
      aSource("src/a.ts", [{ name: "A", supertypes: ["BaseController", "Store"] }], ["Logger"]),
      aSource("src/b.ts", [{ name: "B", supertypes: ["BaseController"] }], ["Logger", "A"]),
    ],
  });

  it("lists what is declared for others, what most hangs on first", () => {
    expect(
      codebase.elements.map(({ name, usedBy, extendedBy }) => [name, usedBy, extendedBy]),
    ).toEqual([
      ["BaseController", 0, 2],
      ["Logger", 2, 0],
      ["A", 1, 0],
      ["Store", 0, 1],
      ["B", 0, 0],
      ["Shape", 0, 0],
    ]);
  });

  it("takes for extension points what is abstract or extended, not every shape", () => {
    expect(names(codebase.extensionPoints)).toEqual(["BaseController", "Store"]);
  });

  it("takes no shape of TypeScript for an extension point that only other shapes build on", () => {
    const shapes = [
      { name: "Options", kind: "interface" as const },
      { name: "PlanOptions", kind: "interface" as const, supertypes: ["Options"] },
    ];

    expect(aCodebase({ sources: [aSource("src/a.ts", shapes)] }).extensionPoints).toEqual([]);
    expect(names(aCodebase({ sources: [aSource("A.java", shapes)] }).extensionPoints)).toEqual([
      "Options",
    ]);
  });

  it("does not depend on the order in which facts come", () => {
    const sources = [
      aSource("src/z.ts", [{ name: "Same" }]),
      aSource("src/y.ts", [{ name: "Same" }]),
    ];

    expect(aCodebase({ sources: sources.toReversed() }).elements).toEqual(
      aCodebase({ sources }).elements,
    );
  });
});

describe("endpoints", () => {
  it.each([
    ['router.get("/users/:id", show)', "GET /users/:id"],
    ["app.delete('/users', drop)", "DELETE /users"],
    ['app.route("/orders")', "ANY /orders"],
    ['@app.route("/orders", methods=["POST"])', "POST /orders"],
    ['@router.put("/orders/{id}")', "PUT /orders/{id}"],
    ['r.GET("/orders", list)', "GET /orders"],
    ['http.HandleFunc("POST /orders", create)', "POST /orders"],
    ['http.HandleFunc("/health", ok)', "ANY /health"],
    ['@PostMapping("/orders")', "POST /orders"],
    ['@RequestMapping(value = "/orders", method = RequestMethod.PATCH)', "PATCH /orders"],
    ["@Get()", "GET /"],
  ])("reads %s", (text, name) => {
    const { endpoints } = aCodebase({ sources: [aSource("a.ts", [], [], [text])] });

    expect(names(endpoints)).toEqual([name]);
  });

  it.each(["cache.get(key)", 'map.get("users")', "app.get('etag')", "@get_logger('/x')"])(
    "takes %s for no route",
    (text) => {
      expect(aCodebase({ sources: [aSource("a.ts", [], [], [text])] }).endpoints).toEqual([]);
    },
  );

  it("puts the path of a controller before those of its methods", () => {
    const source = {
      ...aSource("a.ts"),
      routes: [
        { text: '@Controller("cats")', isOnType: true, line: 1 },
        { text: '@Get(":id")', isOnType: false, line: 2 },
        { text: '@Controller("dogs")', isOnType: true, line: 9 },
        { text: "@Post()", isOnType: false, line: 10 },
      ],
    };

    expect(names(aCodebase({ sources: [source] }).endpoints)).toEqual([
      "GET /cats/:id",
      "POST /dogs",
    ]);
  });

  it("knows the route files of Next.js by their place", () => {
    const file = aSource("web/app/(shop)/orders/[id]/route.ts", [
      { name: "GET", kind: "function" },
      { name: "helper", kind: "function" },
    ]);

    expect(names(aCodebase({ sources: [file] }).endpoints)).toEqual(["GET /orders/[id]"]);
  });
});

describe("migration folders", () => {
  it.each([
    ["db/migrate/20240101120000_create_orders.rb", "db/migrate/**"],
    ["shop/migrations/0001_initial.py", "shop/migrations/**"],
    ["prisma/migrations/20240101120000_init/migration.sql", "prisma/migrations/**"],
    ["src/main/resources/db/migration/V1__init.sql", "src/main/resources/db/migration/**"],
    ["schema/000001_orders.up.sql", "schema/**"],
    ["drizzle/0001_brave.sql", "drizzle/**"],
    ["db/migrations/003_orders.ts", "db/migrations/**"],
  ])("knows %s", (path, location) => {
    const { migrations } = aCodebase({ paths: [path] });

    expect(migrations.map((place) => place.location)).toEqual([location]);
  });

  it.each([
    "CHANGELOG.md",
    "docs/changelog.json",
    "versions/abc_def.py",
    "0001_top.up.sql",
    "a/b.sql",
  ])("takes %s for none", (path) => {
    const changelogs = path.startsWith("docs") ? ["docs/**"] : [];

    expect(aCodebase({ paths: [path] }).migrations.map(({ location }) => location)).toEqual(
      changelogs,
    );
  });

  it("knows Alembic's versions beside its settings, and classes by what they extend", () => {
    const { migrations } = aCodebase({
      paths: ["alembic/versions/ae12_orders.py"],
      texts: new Map([["alembic.ini", "[alembic]"]]),
      sources: [aSource("src/changes/a.ts", [{ name: "A1", supertypes: ["MigrationInterface"] }])],
    });

    expect(migrations).toEqual([
      { location: "alembic/versions/**", reason: "Alembic versions" },
      { location: "src/changes/**", reason: "migration classes" },
    ]);
  });
});

describe("deployments", () => {
  it("are the workflows whose jobs have an environment", () => {
    const { deployments, environments } = aCodebase({
      texts: new Map([
        [
          ".github/workflows/cd.yml",
          "jobs:\n  a:\n    environment: staging\n  b:\n    environment: { name: production, url: x }\n",
        ],
        [".github/workflows/ci.yml", "jobs:\n  test:\n    runs-on: ubuntu-latest\n"],
        [".gitlab-ci.yml", "deploy:\n  environment:\n    name: production\n"],
        [".github/workflows/broken.yml", "jobs: [\n"],
      ]),
    });

    expect(deployments).toEqual([
      { location: ".github/workflows/cd.yml", reason: "deploys to production and staging" },
      { location: ".gitlab-ci.yml", reason: "deploys to production" },
    ]);
    expect(environments).toEqual(["production", "staging"]);
  });
});

describe("test databases", () => {
  it("are the database services that are meant for tests", () => {
    const { testDatabases } = aCodebase({
      texts: new Map([
        [
          "compose.test.yml",
          "services:\n  two: { image: 'mysql:8' }\n  one: { image: 'ghcr.io/x/postgres:16' }\n  web: { image: nginx }\n",
        ],
        [
          "docker-compose.yml",
          "services:\n  db: { image: postgres }\n  test-db: { image: postgres }\n",
        ],
      ]),
    });

    expect(testDatabases).toEqual([
      { path: "compose.test.yml", services: ["one", "two"] },
      { path: "docker-compose.yml", services: ["test-db"] },
    ]);
  });
});

describe("checks", () => {
  it("are the commands that the repository's own files name, those at its top first", () => {
    const { checks } = aCodebase({
      texts: new Map([
        ["api/pyproject.toml", "[tool.pytest.ini_options]\n[tool.mypy]\n"],
        [
          "package.json",
          JSON.stringify({ scripts: { test: "vitest run", lint: "eslint .", build: "tsc && x" } }),
        ],
      ]),
    });

    expect(checks.map(({ kind, command, takesPaths }) => [kind, command, takesPaths])).toEqual([
      ["test", "npm test", true],
      ["lint", "npm run lint", false],
      ["build", "npm run build", false],
      ["test", "pytest", true],
      ["types", "mypy .", false],
    ]);
  });

  it("are not what a new package.json says, nor what is no JSON", () => {
    const nothing = '{"scripts":{"test":"echo \\"Error: no test specified\\" && exit 1"}}';
    const texts = new Map([
      ["package.json", nothing],
      ["b/package.json", "{"],
      ["c/package.json", '"x"'],
    ]);

    expect(aCodebase({ texts }).checks).toEqual([]);
  });
});

it("counts what was parsed and says what was not", () => {
  const unread = [{ path: "b.py", reason: "larger than 1 MB" }];

  expect(aCodebase({ sources: [aSource("a.ts")], unread })).toMatchObject({
    note: "1 TypeScript file parsed; 1 file left out: larger than 1 MB",
    isPartial: true,
  });
  expect(aCodebase()).toMatchObject({ note: "no source file parsed", isPartial: false });
});

import { compileSpec } from "../../src/flows/compile-spec.ts";
import { aCodebase, aSource } from "./a-codebase.ts";

const spec = `# Shop orders

The service MUST list the orders of a reader.
The service MUST refuse a second loan of the same book.
The service SHALL mail a receipt.

## Phase 1: Foundation

- [x] **T001: Create the orders table** (2-4h)
  - Files: \`db/migrations/001_orders.sql\` (new)
  - Acceptance:
    - The table exists
- [ ] **T002: Run the prices migration** (3h)
  - Files: \`db/migrations/002_prices.sql\` (new)
- [ ] **T003: Run the readers migration** (3h)
  - Files: \`db/migrations/003_readers.sql\` (new)
  - Dependencies: T002

## Phase 2: Orders

- [ ] **T005: List the orders of a reader** (5h)
  - Files: \`src/orders/list.ts\`
  - Dependencies: T001, T003
  - Priority: P1
  - Risks: the list may be long
  - Validation:
    \`\`\`bash
    npm test -- orders
    \`\`\`
  - Subtasks:
    - [ ] T005.1 Read the rows
    - [ ] T005.2 Show them
- [ ] **T006: Refuse a second loan of the same book** (8h)
  - Files: \`src/orders/refuse.ts\`, \`src/orders/list.ts\`
  - Dependencies: T005, T999
- [ ] **T007: Mail a receipt** (6h)
  - Dependencies: T001, T005, T006
- [ ] **T008: Test the receipt with the test database** (2h)
  - Files: \`test/db/receipt.test.ts\`
- [ ] **T010: Test the refusal with the test database** (20h)
  - Files: \`test/db/refuse.test.ts\`

## Phase 3: Going out

- [ ] **T011: Deploy to staging** (1h)
  - Dependencies: none
- [ ] **T012: Deploy to production** (1h)
  - Dependencies: T011
- [ ] **T013: Use POST /orders in the page** (3h)
- [ ] **T014: Add the endpoint POST /orders** (3h)
`;

const settings = `
max_concurrent_tasks: 3
min_coverage: 0
resources:
  test_database: { type: shared_limited, capacity: 1, location: "test/db/**", reason: each run resets one }
resource_limits: { max_cpu_cores: 16, max_memory_gb: 32, max_disk_io_mbps: 500 }
people:
  backend: 3
tasks:
  T005: { cpu_cores: 4, memory_mb: 2048, skills: [backend], avoid_concurrent_with: [T014] }
  "*": { cpu_cores: 1, preemptible: true }
calendar: { start: 2026-03-02, time_zone: Europe/Berlin }
`;

/**
 * A plan in whose files almost every field has a value.
 *
 * @param version Of the program that wrote it.
 */
export function aPlanOfEverything(
  hash: (text: string) => string,
  version: string,
): ReadonlyMap<string, string> {
  const codebase = aCodebase({
    paths: ["db/migrations/000_first.sql", ".github/workflows/deploy.yml", "src/orders/list.ts"],
    sources: [
      aSource("src/orders/list.ts", [{ name: "OrderList", kind: "interface" }], []),
      aSource(
        "src/orders/refuse.ts",
        [{ name: "Refusal", supertypes: ["OrderList"] }],
        ["OrderList"],
      ),
      aSource(
        "src/orders/mail.ts",
        [{ name: "Receipt", supertypes: ["OrderList"] }],
        ["OrderList"],
        ["/orders"],
      ),
    ],
  });
  const path = "specs/shop/tasks.md";
  const { artifacts } = compileSpec(
    {
      path,
      files: [{ path, text: spec, secrets: [] }],
      changedAt: Date.parse("2026-01-02T03:04:05.000Z"),
      configText: settings,
      codebase,
      overrides: {},
      record: undefined,
    },
    { hash, version },
  );
  return artifacts;
}

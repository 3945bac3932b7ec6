import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";

describe("readParts", () => {
  it("reads requests from text, code and tables, each once", () => {
    const found = read(
      "# S\n\nClients call `POST /orders` or GET /orders/{id}.\n\n| Method | Path |\n| --- | --- |\n| POST | /orders |\n| DELETE | `/orders/{id}` |\n",
    );

    expect(found).toEqual([
      "interface POST /orders",
      "interface GET /orders/{id}",
      "interface DELETE /orders/{id}",
    ]);
  });

  it("reads events where the text speaks of events, and functions in code", () => {
    const found = read(
      "# S\n\nThe shop emits an `order.paid` event from `src/pay.ts`. Use `payOrder(id)`; set `log.level`.\n\nSee `a.b`.\n",
    );

    expect(found).toEqual(["interface order.paid", "interface payOrder(id)"]);
  });

  it("reads what a section on entities lists, not what stands in them", () => {
    const found = read(
      "# S\n\n### Key Entities *(if data)*\n\n- **Book**: has a title\n  - title: text\n- **Order Line** (many): a book in an order\n\n## Data Model\n\n| Entity | Fields |\n| --- | --- |\n| Shelf | books |\n\n## Other\n\n- **Note**: none\n",
    );

    expect(found).toEqual(["entity Book", "entity Order Line", "entity Shelf"]);
  });

  it("reads none in fences, quotes and tasks", () => {
    expect(
      read(
        "# S\n\n```\nPOST /a\n```\n\n> GET /b\n\n- [ ] T001 Add PUT /c in src/c.ts\n  - DELETE /d\n",
      ),
    ).toEqual([]);
  });
});

function read(text: string): readonly string[] {
  return readSpec(text).parts.map(({ kind, name }) => `${kind} ${name}`);
}

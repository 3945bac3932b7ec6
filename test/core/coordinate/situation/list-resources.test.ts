import { describe, expect, it } from "@jest/globals";
import { listResources } from "../../../../src/core/coordinate/situation/list-resources.ts";
import type { CoordinatedPlan } from "../../../../src/core/model/coordinated-plan.ts";
import type { PlanId, ResourceId } from "../../../../src/core/model/ids.ts";
import { aLane, aResource } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";

const [plan] = aLane({}).plans as [CoordinatedPlan];
const named = (name: string) => name as ResourceId;

describe("listResources", () => {
  it("finds by name what the settings define", () => {
    const { find } = listResources(aLane({}));

    expect(find(plan, named("seats"))).toEqual({
      scope: "repo:octo/shop",
      resource: "seats",
      capacity: 2,
    });
  });

  it("takes what nobody defines as exclusive to the repository", () => {
    const { find } = listResources(aLane({}));

    expect(find(plan, named("ghost"))).toMatchObject({ scope: "repo:octo/shop", capacity: 1 });
  });

  it("keeps plans apart that bear one ID in two repositories", () => {
    const resources = [aResource("lab", { scope: "plan" })];
    const here = aLane({}, { plan: { resources } });
    const there = { ...here, lane: "octo/other" };

    const scopes = [here, there].map(
      (lane) => listResources(lane).find({ ...plan, resources }, named("lab")).scope,
    );

    expect(scopes).toEqual(["plan:octo/shop/PLAN-1a2b3c4d", "plan:octo/other/PLAN-1a2b3c4d"]);
  });

  it("lets a resource of the owner reach over repositories", () => {
    const resources = [aResource("lab", { scope: "org" })];

    const { find } = listResources(aLane({}, { resources }));

    expect(find(plan, named("lab")).scope).toBe("org:octo");
  });

  it("takes the least capacity and all locations where two plans differ", () => {
    const shared = (capacity: number, location: string) =>
      aResource("lab", { type: "shared_limited", capacity, location: [location] });
    const first = { ...plan, resources: [shared(3, "a/**")] };
    const second = { ...plan, id: "PLAN-2" as PlanId, resources: [shared(2, "b/**")] };

    const { find, touchedBy } = listResources(aLane({}, { plans: [first, second] }));

    expect(find(first, named("lab")).capacity).toBe(2);
    expect(touchedBy(aPull(1, { files: ["a/x"] }))).toHaveLength(1);
    expect(touchedBy(aPull(1, { files: ["b/x"] }))).toHaveLength(1);
  });

  it("lets the settings win over a plan that was applied under others", () => {
    const resources = [aResource("db", { location: ["old/**"] })];

    const { touchedBy } = listResources(aLane({}, { plan: { resources } }));

    expect(touchedBy(aPull(1, { files: ["old/x"] }))).toEqual([]);
    expect(touchedBy(aPull(1, { files: ["db/x"] }))).toMatchObject([{ path: "db/x" }]);
  });

  it("names the first path by which a resource is touched, and nothing where files are unknown", () => {
    const { touchedBy } = listResources(aLane({}));

    const touched = touchedBy(aPull(1, { files: ["a.ts", "db/2.sql", "db/1.sql", "deploy/x"] }));

    expect(touched.map(({ resource, path }) => [resource, path])).toEqual([
      ["db", "db/2.sql"],
      ["pipe", "deploy/x"],
    ]);
    expect(touchedBy(aPull(1, { files: undefined }))).toEqual([]);
  });
});

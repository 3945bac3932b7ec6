declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `PLAN-` and 8 hexadecimal digits: the plan made from one spec file. */
export type PlanId = Branded<"PlanId">;

/** `P<phase>.T<nnn>[a-z]`, such as `P2.T012`: one task of a plan, given once and never re-used. */
export type TaskId = Branded<"TaskId">;

/** `F001` and up: a feature of a plan. */
export type FeatureId = Branded<"FeatureId">;

/** A shared resource's name, such as `database_migrations`. */
export type ResourceId = Branded<"ResourceId">;

/** Eight hexadecimal digits and a part's number, such as `1f0c9a3e-2`: an issue between tracking issue and tasks. */
export type GroupKey = Branded<"GroupKey">;

/** The shape of a `PlanId`. */
export const planIdPattern = /^PLAN-[0-9a-f]{8}$/;

/** The shape of a `TaskId`. */
export const taskIdPattern = /^P\d+\.T\d{3,}[a-z]?$/;

/** The shape of a `GroupKey`. */
export const groupKeyPattern = /^[0-9a-f]{8}-\d+$/;

import fc from "fast-check";

/** Whether GitHub tells us of what somebody did. */
type Webhook = "once" | "lost" | "twice";

const doings = [
  "claim",
  "unclaim",
  "close issue",
  "shelve issue",
  "reopen issue",
  "open pull",
  "open pull of two tasks",
  "open pull on a shared head",
  "open vast pull",
  "push",
  "push back",
  "rename tasks",
  "merge",
  "merge late",
  "bypass",
  "close pull",
  "reopen pull",
  "add link",
  "remove link",
  "unlock",
  "drop task",
  "restore plan",
  "break settings",
  "mend settings",
  "delete plans",
] as const;

/** Something that people do, if it can be done then; the numbers choose whom it concerns. */
export interface Doing {
  readonly kind: (typeof doings)[number];
  readonly a: number;
  readonly b: number;
  readonly webhook: Webhook;
}

/** What happens in the middle of a pass, at its n-th call of the store or of GitHub. */
export interface Trouble {
  readonly at: number;
  readonly kind:
    | "dies before it"
    | "dies after it"
    | "502 before it"
    | "502 after it"
    | "422"
    | "people"
    | "taken over";
  readonly place: "store" | "github";
  /** What people do just then. */
  readonly meanwhile: readonly Doing[];
}

/** One step of a history. */
export type Step =
  | Doing
  | { readonly kind: "pass"; readonly trouble: Trouble | undefined }
  | { readonly kind: "sweep" }
  /** Once all is sent, the store is lost. */
  | { readonly kind: "wipe" }
  | { readonly kind: "lag"; readonly changes: number };

const rare = new Set<Doing["kind"]>([
  "shelve issue",
  "open pull on a shared head",
  "open vast pull",
  "bypass",
  "add link",
  "unclaim",
  "drop task",
  "restore plan",
  "break settings",
  "delete plans",
]);

function aDoing(): fc.Arbitrary<Doing> {
  const kind = fc.oneof(
    ...doings.map((one) => ({ arbitrary: fc.constant(one), weight: rare.has(one) ? 1 : 3 })),
    { arbitrary: fc.constantFrom("open pull" as const, "merge" as const), weight: 12 },
  );
  const webhook = fc.oneof(
    { arbitrary: fc.constant("once" as const), weight: 4 },
    { arbitrary: fc.constantFrom("lost" as const, "twice" as const), weight: 2 },
  );
  return fc.record({ kind, a: fc.nat(999), b: fc.nat(999), webhook });
}

function aTrouble(): fc.Arbitrary<Trouble> {
  const trouble = fc.constantFrom<Trouble["kind"]>(
    "dies before it",
    "dies after it",
    "502 before it",
    "502 after it",
    "422",
    "people",
    "people",
    "taken over",
  );
  return fc.record({
    at: fc.integer({ min: 1, max: 16 }),
    kind: trouble,
    place: fc.constantFrom("store" as const, "github" as const),
    meanwhile: fc.array(aDoing(), { maxLength: 3 }),
  });
}

/** A random history of a repository: people, passes, and what goes wrong. */
export function aHistory(maxLength: number): fc.Arbitrary<readonly Step[]> {
  const pass = fc.record({
    kind: fc.constant("pass" as const),
    trouble: fc.option(aTrouble(), { nil: undefined, freq: 2 }),
  });
  const lag = fc.record({ kind: fc.constant("lag" as const), changes: fc.nat(6) });
  const step = fc.oneof<fc.WeightedArbitrary<Step>[]>(
    { arbitrary: aDoing(), weight: 8 },
    { arbitrary: pass, weight: 7 },
    { arbitrary: lag, weight: 1 },
    { arbitrary: fc.constant({ kind: "sweep" as const }), weight: 2 },
    { arbitrary: fc.constant({ kind: "wipe" as const }), weight: 1 },
  );
  return fc.array(step, { minLength: Math.floor(maxLength / 3), maxLength, size: "max" });
}

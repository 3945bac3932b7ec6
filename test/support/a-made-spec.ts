import fc from "fast-check";
import type {
  SpecDocument,
  SpecEffort,
  SpecStatement,
  SpecTask,
} from "../../src/core/model/spec.ts";
import { aPhase } from "./a-phase.ts";
import { aSpec } from "./a-spec.ts";
import { aSpecTask } from "./a-spec-task.ts";
import { anEdge } from "./an-edge.ts";

/** How the tasks of a made spec are numbered. */
type Numbering = "numbered" | "dotted" | "bare";

/** Any spec of a few phases with all that tasks can say; every task waits only for earlier ones. */
export function aMadeSpec(): fc.Arbitrary<SpecDocument> {
  const numbering = fc.constantFrom<Numbering>("numbered", "dotted", "bare");
  const phases = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  return fc.tuple(numbering, phases).chain(([kind, sizes]) => {
    const places = sizes.flatMap((size, phase) =>
      Array.from({ length: size }, (_, index) => [phase + 1, index + 1] as const),
    );
    const tasks = places.map(([phase, index], at) =>
      taskWords().map((words) => toTask(kind, at, phase, index, words)),
    );
    const pair = fc.tuple(fc.nat(places.length - 1), fc.nat(places.length - 1));
    return fc
      .tuple(fc.tuple(...tasks), fc.array(pair, { maxLength: 2 * places.length }))
      .map(([all, pairs]) =>
        aSpec(all, {
          title: "A thing to make",
          groups: sizes.map((_, phase) => toPhase(phase + 1, all)),
          statements: toEdges(all, pairs),
        }),
      );
  });
}

type Words = Pick<
  SpecTask,
  "title" | "doneWhen" | "files" | "effort" | "priority" | "state" | "description" | "notes"
> &
  Pick<SpecTask, "isParallel" | "isOptional" | "owner" | "checks" | "subtasks">;

function toTask(kind: Numbering, at: number, phase: number, index: number, words: Words): SpecTask {
  const number = `T${String(at + 1).padStart(3, "0")}`;
  const ownId = { numbered: number, dotted: `${phase}.${index}`, bare: undefined }[kind];
  return aSpecTask(number, {
    ...words,
    ref: ownId ?? `line:${at + 10}`,
    ownId,
    phase,
    groupId: `phase:${phase}`,
    line: at + 10,
  });
}

function toPhase(number: number, tasks: readonly SpecTask[]) {
  const own = tasks.filter((task) => task.phase === number).map(({ ref }) => ref);
  return {
    ...aPhase(number, "", { title: `Stretch ${number}`, line: 100 * number }),
    taskRefs: own,
  };
}

function toEdges(
  tasks: readonly SpecTask[],
  pairs: readonly (readonly [number, number])[],
): readonly SpecStatement[] {
  return pairs.flatMap(([a, b]) => {
    const [from, to] = [tasks[Math.min(a, b)]?.ref, tasks[Math.max(a, b)]?.ref];
    return from === undefined || to === undefined || from === to ? [] : [anEdge(to, from)];
  });
}

function taskWords(): fc.Arbitrary<Words> {
  return fc.record({
    title: phrase(),
    doneWhen: fc.array(
      phrase().map((words) => `${words} in src/cart.ts`),
      { maxLength: 3 },
    ),
    description: fc.option(phrase(), { nil: undefined }),
    notes: fc.array(phrase(), { maxLength: 2 }),
    owner: fc.option(fc.constantFrom("Ann", "backend team"), { nil: undefined }),
    priority: fc.constantFrom("critical" as const, "high", "medium", "low", undefined),
    state: fc.constantFrom("todo" as const, "in-progress", "done", "blocked", "deferred"),
    isParallel: fc.boolean(),
    isOptional: fc.boolean(),
    effort: fc.option(effort(), { nil: undefined }),
    files: fc.uniqueArray(
      fc.record({
        path: fc.constantFrom("src/cart.ts", "db/migrations/001_a.sql", "src/{a,b}/*.ts"),
        action: fc.constantFrom("create" as const, "edit", "delete", undefined),
      }),
      { maxLength: 3, selector: ({ path }) => path },
    ),
    checks: fc.array(
      fc.record({
        command: fc.constantFrom("npm test", "make lint | tee `pwd`/out", "curl http://x/y"),
        expects: fc.constantFrom(undefined, "0 failures"),
        line: fc.constant(1),
      }),
      { maxLength: 2 },
    ),
    subtasks: fc.array(
      fc.record({
        id: fc.constant(undefined),
        title: phrase().map((words) => `First ${words}`),
        isDone: fc.boolean(),
        hours: fc.constantFrom(undefined, 1, 2.5),
        files: fc.constant([]),
        output: fc.constantFrom(undefined, "a report"),
        line: fc.constant(1),
      }),
      { maxLength: 3 },
    ),
  });
}

/** Words with what Markdown, tables and readers of tasks stumble over; such words never end it. */
function phrase(): fc.Arbitrary<string> {
  const plain = fc.constantFrom(
    "Build",
    "carts",
    "prices",
    "quickly",
    "für",
    "日本",
    "users",
    "pages",
  );
  const odd = fc.constantFrom(
    ..."a*b x_y_z `code` <b> </details> | #12 a&amp;b &copy C++ [x](y) ~~old~~ $5 @ann 50% C\\tmp".split(
      " ",
    ),
    ...'**bold** __init__ <!-- --> 2) > + = \\ ![a](b) [^1] "quoted" (small) and/or'.split(" "),
  );
  return fc
    .tuple(plain, fc.array(fc.oneof(plain, odd), { maxLength: 5 }), plain)
    .map(([first, middle, last]) => [first, ...middle, last].join(" "));
}

function effort(): fc.Arbitrary<SpecEffort> {
  const parts = { development: undefined, testing: undefined, review: undefined };
  return fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 8 }), fc.boolean())
    .map(([low, more, isWritten]) => ({
      hours: low + more / 2,
      minHours: low,
      maxHours: low + more,
      points: undefined,
      parts,
      text: isWritten ? (more === 0 ? `${low} hours` : `${low}-${low + more}h`) : "as told",
    }));
}

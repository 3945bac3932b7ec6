/**
 * The walls of the house. Layers run only down: entry → adapters → flows → core. Nouns are common
 * ground; verbs are reached through flows only.
 */

/** The doors of the core that flows may call: one a verb. */
const doors = [
  "artifacts/look/diff-plans",
  "artifacts/look/list-startable",
  "artifacts/look/render-brief",
  "artifacts/look/summarise-plan",
  "artifacts/render-artifacts",
  "artifacts/describe-plan",
  "artifacts/render-report",
  "artifacts/render-tasks-md",
  "artifacts/json/build-waves-json",
  "artifacts/read-coordinated-plans",
  "artifacts/read-plan",
  "artifacts/recognise-last-plan",
  "board/build-task-statuses",
  "board/describe-adoptions",
  "board/describe-flags",
  "board/describe-matches",
  "board/describe-plan-change",
  "board/render-apply-summary",
  "board/render-forecast-text",
  "board/render-plan-comment",
  "codebase/build-codebase",
  "codebase/choose-files",
  "config/list-settings",
  "config/parse-config",
  "config/render-settings",
  "coordinate/decide",
  "coordinate/list-gated-heads",
  "coordinate/live-marker",
  "coordinate/shut-gates",
  "plan/build-plan",
  "plan/order-conflicts",
  "schedule/build-schedule",
  "spec/files/choose-spec",
  "spec/read-spec",
  "sync/adopt/match-existing",
  "sync/adopt/parse-mapping",
  "sync/applied-file",
  "sync/build-desired-issues",
  "sync/build-record",
  "sync/describe-patch",
  "sync/diff-issues",
  "sync/diff-tracking-issue",
  "sync/list-done-tasks",
  "sync/list-board-values",
  "sync/list-field-values",
  "sync/match-fields",
  "sync/list-known",
  "sync/list-records",
  "sync/merge-body",
  "sync/parse-marker",
  "sync/parse-record",
  "sync/plan-folder",
  "sync/recognise-issues",
  "sync/render-record",
  "sync/resembles-record",
  "sync/summarise-patch",
  "text/encode-path",
  "text/match-glob",
  "writeback/build-spec-edits",
  "writeback/edit-spec",
];
const doorPattern = `^src/core/(model/|errors\\.ts|(${doors.join("|")})\\.ts$)`;

/** Packages that parse, check or count and touch nothing else; of Temporal never `Now`. */
const pureParsers =
  "node_modules/(remark[^/]*|mdast-util-[^/]+|@types/mdast|unist-util-[^/]+|@types/unist|yaml|zod|micromark[^/]*|unified|temporal-polyfill|temporal-spec)/";

export const walls = [
  {
    name: "no-circles",
    comment: "A circle means that two files are one; type imports count.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "model-is-nouns",
    comment: "A noun that pulls in a verb makes circles.",
    severity: "error",
    from: { path: "^src/core/(model/|errors\\.ts)" },
    to: { pathNot: "^src/core/(model/|errors\\.ts)|node_modules/zod/" },
  },
  {
    name: "graph-and-text-know-no-product",
    comment: "Algorithms without a domain word can be read and tested alone.",
    severity: "error",
    from: { path: "^src/core/(graph|text)/" },
    to: { pathNot: "^src/core/($1/|errors\\.ts)|node_modules/(@types/)?picomatch/" },
  },
  {
    name: "steps-know-no-neighbours",
    comment: "The path of the data can be read in the flows alone.",
    severity: "error",
    from: { path: "^src/core/([^/]+)/", pathNot: "^src/core/(coordinate|run)/" },
    to: { path: "^src/core/[^/]+/", pathNot: "^src/core/($1|model|graph|text)/" },
  },
  {
    name: "coordinate-shares-the-scheduler",
    comment:
      "One scheduler core serves planning, coordinator and executor: the frontier and the fitting of resources.",
    severity: "error",
    from: { path: "^src/core/(coordinate|run)/" },
    to: {
      path: "^src/core/[^/]+/",
      pathNot:
        "^src/core/($1|model|graph|text)/|^src/core/schedule/(next-frontier|fit-resources)\\.ts$",
    },
  },
  {
    name: "core-is-pure",
    comment: "No I/O, clock, randomness or process in the core: same input, same output.",
    severity: "error",
    from: { path: "^src/core/" },
    to: { pathNot: `^src/core/|${pureParsers}|node_modules/(@types/)?picomatch/` },
  },
  {
    name: "core-has-no-node",
    comment: "No I/O, clock, randomness or process in the core: same input, same output.",
    severity: "error",
    from: { path: "^src/core/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "flows-go-through-doors",
    comment:
      "A story calls the doors of the core and its ports; it knows no package and no adapter.",
    severity: "error",
    from: { path: "^src/flows/" },
    to: { pathNot: `^src/flows/|${doorPattern}` },
  },
  {
    name: "adapters-know-nouns",
    comment: "A door outside is told what to do in nouns: ports, model, errors, its own folder.",
    severity: "error",
    from: { path: "^src/adapters/([^/]+)/" },
    to: {
      path: "^src/",
      pathNot: "^src/adapters/$1/|^src/flows/[a-z-]*ports?\\.ts$|^src/core/(model/|errors\\.ts)",
    },
  },
  {
    name: "entries-never-step",
    comment: "A front door wires flows and adapters; it never calls a step of the core itself.",
    severity: "error",
    from: { path: "^src/entry/([^/]+)/" },
    to: {
      path: "^src/",
      pathNot:
        "^src/entry/($1/|[^/]+\\.ts$)|^src/(flows|adapters)/|^src/core/(model/|text/|errors\\.ts)|^src/entry/demo/|^src/sandbox/|^src/entry/app/",
    },
  },
  {
    name: "only-cli-opens-the-demo",
    comment: "The demo is loaded when it is asked for; nothing else knows it.",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/entry/(cli|demo)/" },
    to: { path: "^src/entry/demo/" },
  },
  {
    name: "only-the-demo-starts-the-app",
    comment: "The App is a front door of its own; the demo alone starts it in its process.",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/entry/(app|demo)/" },
    to: { path: "^src/entry/app/" },
  },
  {
    name: "the-demo-alone-has-a-sandbox",
    comment: "The stand-in for GitHub is a neighbour; the product must not lean on it.",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/(sandbox|entry/demo)/" },
    to: { path: "^src/sandbox/" },
  },
  {
    name: "the-sandbox-knows-nothing-of-ours",
    comment: "A stand-in that shared our code could not prove us wrong.",
    severity: "error",
    from: { path: "^src/sandbox/" },
    to: { path: "^src/", pathNot: "^src/sandbox/" },
  },
  {
    name: "no-barrels",
    comment: "A file is named after its one export.",
    severity: "error",
    from: {},
    to: { path: "/index\\.ts$" },
  },
];

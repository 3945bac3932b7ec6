import type { SpecDocument, SpecGroup, SpecTask } from "../../model/spec.ts";

/** The ten phases, and the words that put a task into one; the first that fits. */
const phases: readonly { readonly title: string; readonly words: RegExp }[] = [
  { title: "Foundation and setup", words: /^(?!)/ },
  { title: "Data and core models", words: /^(?!)/ },
  {
    title: "Sign-in and permissions",
    words:
      /\b(?:auth\w*|log ?in|sign(?:s|ed)? ?(?:in|up|out)|passwords?|sessions?|permissions?|roles?|oauth|sso|access control)\b/i,
  },
  { title: "Core of the product", words: /^(?!)/ },
  {
    title: "Payments",
    words: /\b(?:pay|pays|paid|payments?|checkout|refunds?|stripe|paypal|credit cards?)\b/i,
  },
  {
    title: "Billing",
    words: /\b(?:billing|invoices?|subscriptions?|pricing|tax(?:es)?|receipts?|credits?)\b/i,
  },
  {
    title: "Usage, costs and reports",
    words:
      /\b(?:reports?|reporting|analytics|dashboards?|statistics|usage|costs?|budgets?|exports?)\b/i,
  },
  {
    title: "Security and compliance",
    words:
      /\b(?:security|secure|encrypt\w*|audit\w*|gdpr|privacy|compliance|rate limit\w*|secrets?)\b/i,
  },
  {
    title: "Interfaces and integration",
    words:
      /\b(?:apis?|endpoints?|webhooks?|integrations?|third[- ]party|GET|POST|PUT|PATCH|DELETE) ?/,
  },
  { title: "Testing and deployment", words: /^(?!)/ },
];

const core = 4;

/** The phases that inferred tasks have by their kind: setup and questions, data, units, the whole, deployment. */
const byKind: Readonly<Record<number, number>> = { 1: 1, 2: 2, 4: 10, 5: 10 };

/**
 * Puts inferred tasks into ten phases, from the foundation to deployment: what is built goes where its
 * words say, else to the core of the product, and its test goes with it. Phases without a task are left
 * out, and the others keep their numbers.
 */
export function arrangePhases(spec: SpecDocument): SpecDocument {
  const numbered = spec.tasks.map((task) => ({ task, phase: findPhase(task) }));
  const groups = phases.flatMap(({ title }, index): readonly SpecGroup[] => {
    const own = numbered.filter(({ phase }) => phase === index + 1).map(({ task }) => task);
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        id: `phase:${index + 1}`,
        kind: "phase",
        number: index + 1,
        story: undefined,
        title,
        priority: undefined,
        goal: undefined,
        durationHours: undefined,
        evidence: first.evidence,
        path: first.path,
        line: index + 1,
        taskRefs: own.map(({ ref }) => ref),
      },
    ];
  });
  const tasks = numbered
    .toSorted((a, b) => a.phase - b.phase)
    .map(({ task, phase }) => ({ ...task, phase, groupId: `phase:${phase}` }));
  return { ...spec, tasks, groups };
}

function findPhase({ title, phase = 0 }: SpecTask): number {
  const found = phases.findIndex(({ words }) => words.test(title)) + 1;
  return byKind[phase] ?? (found || core);
}

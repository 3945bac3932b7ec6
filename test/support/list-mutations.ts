/** One change to one value of a plan's files. */
export interface Mutation {
  readonly file: string;
  /** The field, indices and names of free choice left out: `tasks.json/tasks[]/id`. */
  readonly field: string;
  /** What is done to it. */
  readonly kind: "other" | "more" | "less" | "flip" | "delete" | "twice";
  /** Makes it. */
  readonly change: (root: unknown) => void;
}

type Step = string | number;
type Holder = Record<Step, unknown>;

/** Keys of these fields are names that a plan chooses. */
const records = [
  "shared_resources",
  "resource_conflicts",
  "resourceUtilization",
  "resource_usage",
  "run_limits",
  "units",
  "languages",
  "totals",
  "execution_simulation",
  "files",
];

/**
 * For each field of a JSON file changes of one of its values each: a text becomes one that stands
 * nowhere, a number one more and one less, a flag its opposite; an entry of a list or map is taken
 * out, or stands twice. Of a field that occurs often two are changed, the first and a later one.
 */
export function listMutations(file: string, root: unknown): readonly Mutation[] {
  const places = new Map<string, Step[][]>();
  walk(root, [], file);
  return [...places].flatMap(([field, all]) =>
    pick(all).flatMap((path) => toMutations(path, field)),
  );

  function walk(value: unknown, path: Step[], field: string): void {
    if (field.endsWith("/generated/contentHash")) return;
    places.set(field, [...(places.get(field) ?? []), path]);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, [...path, index], `${field}[]`);
    } else if (typeof value === "object" && value !== null) {
      const isRecord = records.includes(String(path.at(-1)));
      for (const [key, item] of Object.entries(value)) {
        walk(item, [...path, key], isRecord ? `${field}{}` : `${field}/${key}`);
      }
    }
  }

  function toMutations(path: readonly Step[], field: string): readonly Mutation[] {
    const step = path.at(-1);
    const value = read(root, path);
    const make = (kind: Mutation["kind"], change: (holder: Holder, step: Step) => void) => ({
      file,
      field,
      kind,
      change: (copy: unknown) => {
        if (step !== undefined) change(read(copy, path.slice(0, -1)) as Holder, step);
      },
    });
    const set = (kind: Mutation["kind"], next: unknown) =>
      make(kind, (holder, at) => {
        holder[at] = next;
      });
    const isEntry = field.endsWith("]") || field.endsWith("}");
    return [
      ...(typeof value === "string" ? [set("other", "zzz")] : []),
      ...(typeof value === "number" ? toNumbers(value).map(([kind, next]) => set(kind, next)) : []),
      ...(typeof value === "boolean" ? [set("flip", !value)] : []),
      ...(isEntry
        ? [
            make("delete", (holder, at) => {
              if (Array.isArray(holder)) holder.splice(Number(at), 1);
              else delete holder[at];
            }),
          ]
        : []),
      ...(field.endsWith("]")
        ? [
            make("twice", (holder, at) => {
              if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(at)]));
            }),
          ]
        : []),
      ...(field.endsWith("}")
        ? [
            make("other", (holder, at) => {
              holder.zzz = holder[at];
              delete holder[at];
            }),
          ]
        : []),
    ];
  }
}

function toNumbers(value: number): readonly (readonly ["more" | "less", number])[] {
  const step = Number.isInteger(value) ? 1 : 0.5;
  return [
    ["more", value + step],
    ["less", value - step],
  ];
}

function pick<Item>(all: readonly Item[]): readonly Item[] {
  const places = new Set([0, Math.floor((2 * all.length) / 3)]);
  return [...places].flatMap((at) => all.slice(at, at + 1));
}

function read(root: unknown, path: readonly Step[]): unknown {
  return path.reduce((value, step) => (value as Holder)[step], root);
}

import type { SourceEvidence } from "../../model/artifact/source-evidence.ts";
import type { ArtifactFault, FilePlace } from "./artifact-set.ts";
import { grounds } from "./grounds.ts";
import type { PlanFacts } from "./plan-facts.ts";

type Keys = FilePlace["keys"];

const hidden = "[REDACTED]";
/** Quotes of ours are cut at 300 characters, never amid one. */
const leastCut = 299;

/**
 * KS526 where evidence cannot be what the spec says: in a plan of ours offsets and lines that do not
 * fit the quote, a file that is none of the spec, and the same words twice.
 */
export function checkEvidence({ features, tasks, isOwn }: PlanFacts): readonly ArtifactFault[] {
  if (!isOwn) return [];
  const spec = tasks.meta.spec_path ?? "";
  const folder = spec.includes("/") ? spec.slice(0, spec.lastIndexOf("/") + 1) : "";
  return [
    ...features.features.flatMap(({ source_evidence }, index) =>
      judge("features.json", ["features", index], source_evidence),
    ),
    ...tasks.tasks.flatMap(({ source_evidence, source }, index) => [
      ...judge("tasks.json", ["tasks", index], source_evidence),
      ...expectPath("tasks.json", ["tasks", index, "source", "path"], source?.path),
      ...(source?.line !== undefined &&
      !source_evidence.some((one) => isAround(one, source.line ?? 0))
        ? [
            tell(
              "tasks.json",
              ["tasks", index, "source", "line"],
              `line ${source.line} stands in no evidence of the task`,
            ),
          ]
        : []),
    ]),
    ...tasks.dependencies.flatMap(({ evidence }, index) =>
      evidence.flatMap(({ path }, at) =>
        expectPath("tasks.json", ["dependencies", index, "evidence", at, "path"], path),
      ),
    ),
    ...(["unresolved", "explicit_none"] as const).flatMap((name) =>
      (tasks.meta[name] ?? []).flatMap(({ path }, index) =>
        expectPath("tasks.json", ["meta", name, index, "path"], path),
      ),
    ),
  ];

  function judge(
    file: string,
    keys: Keys,
    all: readonly SourceEvidence[],
  ): readonly ArtifactFault[] {
    const seen = new Set<string>();
    return all.flatMap((one, index) => {
      const at = [...keys, "source_evidence", index];
      const { quote, loc, startLine, endLine, path } = one;
      const key = `${path} ${loc.start} ${loc.end}`;
      const isTwice = seen.has(key);
      seen.add(key);
      const length = loc.end - loc.start;
      const lines = endLine - startLine;
      const isWhole = !quote.includes(hidden) && quote.length < leastCut;
      return [
        ...(isTwice ? [tell(file, at, "the same words stand there twice")] : []),
        ...(isWhole && quote.length !== length
          ? [
              tell(
                file,
                [...at, "loc"],
                `offsets ${loc.start} to ${loc.end} hold ${length} characters, and the quote has ${quote.length}`,
              ),
            ]
          : []),
        ...(isWhole && quote.split("\n").length - 1 !== lines
          ? [
              tell(
                file,
                [...at, "endLine"],
                `lines ${startLine} to ${endLine} are ${lines + 1}, and the quote has ${quote.split("\n").length}`,
              ),
            ]
          : []),
        ...expectPath(file, [...at, "path"], path),
      ];
    });
  }

  function expectPath(
    file: string,
    keys: Keys,
    path: string | undefined,
  ): readonly ArtifactFault[] {
    if (
      path === undefined ||
      path === spec ||
      path.startsWith(`${spec}/`) ||
      (folder !== "" && path.startsWith(folder))
    )
      return [];
    return [tell(file, keys, `${path} is no file of the spec ${spec}`)];
  }
}

function isAround({ startLine, endLine }: SourceEvidence, line: number): boolean {
  return startLine <= line && line <= endLine;
}

function tell(file: string, keys: Keys, what: string): ArtifactFault {
  const at = keys.indexOf("source_evidence");
  const isPath = keys.at(-1) === "path";
  const rests = [
    ...(at < 0
      ? []
      : [
          { file, keys: keys.slice(0, at + 2) },
          { file, keys: keys.slice(0, at) },
        ]),
    ...(keys[0] === "tasks" && at < 0 ? [grounds.tasks, { file, keys: keys.slice(0, 2) }] : []),
    ...(isPath ? [{ file: "tasks.json", keys: ["meta", "spec_path"] }] : []),
  ];
  const message = `Evidence does not fit: ${what}; correct it, or run 'tasks plan' again`;
  return { code: "KS526", severity: "error", file, keys, message, rests };
}

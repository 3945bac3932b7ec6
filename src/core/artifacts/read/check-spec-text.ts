import type { SourceEvidence } from "../../model/artifact/source-evidence.ts";
import type { ArtifactFault, ArtifactSet, FilePlace } from "./artifact-set.ts";

/**
 * KS526 for evidence that lies beyond the text of the spec: offsets after its end, or lines that it
 * does not have. Evidence in other files of a spec that has several is let be.
 */
export function checkSpecText(
  { features, tasks }: ArtifactSet,
  text: string,
): readonly ArtifactFault[] {
  const end = { chars: text.length, lines: text.split("\n").length };
  return [
    ...features.features.flatMap(({ source_evidence }, index) =>
      judge("features.json", ["features", index], source_evidence),
    ),
    ...tasks.tasks.flatMap(({ source_evidence }, index) =>
      judge("tasks.json", ["tasks", index], source_evidence),
    ),
    ...tasks.dependencies.flatMap(({ evidence }, index) =>
      evidence.flatMap(({ path, lines }, at) => {
        if (!isInText(path) || lines === undefined || lines[1] <= end.lines) return [];
        const place = {
          file: "tasks.json",
          keys: ["dependencies", index, "evidence", at, "lines"],
        };
        return [tell(place, `line ${lines[1]} of ${end.lines}`)];
      }),
    ),
  ];

  function judge(
    file: string,
    keys: FilePlace["keys"],
    all: readonly SourceEvidence[],
  ): readonly ArtifactFault[] {
    return all.flatMap(({ path, loc, endLine }, index) => {
      if (!isInText(path)) return [];
      const at = [...keys, "source_evidence", index];
      if (endLine > end.lines)
        return [tell({ file, keys: [...at, "endLine"] }, `line ${endLine} of ${end.lines}`)];
      if (loc.end > end.chars)
        return [tell({ file, keys: [...at, "loc"] }, `character ${loc.end} of ${end.chars}`)];
      return [];
    });
  }

  function isInText(path: string | undefined): boolean {
    return (
      path === undefined || tasks.meta.spec_path === undefined || path === tasks.meta.spec_path
    );
  }
}

function tell(place: FilePlace, what: string): ArtifactFault {
  const message = `Evidence lies beyond the spec's text: ${what}; plan the spec again, or name the one that was planned`;
  return { code: "KS526", severity: "error", ...place, message };
}

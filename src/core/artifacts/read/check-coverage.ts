import type { ArtifactFault } from "./artifact-set.ts";
import { expectFigure } from "./expect-figure.ts";
import type { PlanFacts } from "./plan-facts.ts";

const place = { file: "dag.json", keys: ["coverage"] };

/** KS506 where the counts of requirements do not add up: by area, served and open. */
export function checkCoverage({ dag: { coverage } }: PlanFacts): readonly ArtifactFault[] {
  if (coverage === undefined) return [];
  const { total, covered, areas, gaps } = coverage;
  const sum = (key: "total" | "covered") => areas.reduce((all, area) => all + area[key], 0);
  const byArea = new Map(areas.map((area) => [area.name, area]));
  return [
    ...expect(["total"], total, sum("total"), "requirements"),
    ...expect(["covered"], covered, sum("covered"), "requirements that tasks serve"),
    ...expect(["gaps"], gaps.length, total - covered, "requirements that no task serves"),
    ...[...byArea.values()].flatMap((area) => {
      const open = gaps.filter((gap) => gap.area === area.name).length;
      const keys = ["areas", areas.indexOf(area), "covered"];
      return expect(
        keys,
        area.covered,
        area.total - open,
        `requirements of ${area.name} that tasks serve`,
      );
    }),
    ...gaps.flatMap(({ area }, index) => {
      if (byArea.has(area)) return [];
      const message = `'${area}' is no area of the requirements; correct the name`;
      return [
        {
          code: "KS505",
          severity: "error" as const,
          file: place.file,
          keys: [...place.keys, "gaps", index, "area"],
          message,
          rests: [place],
        },
      ];
    }),
  ];
}

function expect(
  keys: readonly (string | number)[],
  stated: number,
  right: number,
  what: string,
): readonly ArtifactFault[] {
  return expectFigure({
    file: place.file,
    keys: [...place.keys, ...keys],
    stated,
    right: [right],
    what,
    rests: [place],
  });
}

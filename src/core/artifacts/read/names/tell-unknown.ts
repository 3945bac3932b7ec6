import { countOf } from "../../../text/count-of.ts";
import { groupBy } from "../../../text/group-by.ts";
import type { ArtifactFault, FilePlace } from "../artifact-set.ts";

/** A name that stands for nothing, and where it stands. */
export interface UnknownName {
  readonly name: string;
  readonly place: FilePlace;
  readonly rests: readonly FilePlace[];
}

/** KS505 for each of these names, told once wherever it stands, at the first place. */
export function tellUnknown(
  kind: string,
  uses: readonly UnknownName[],
  mend = "correct the name",
): readonly ArtifactFault[] {
  return [...groupBy(uses, ({ name }) => name).values()].flatMap(
    (all): readonly ArtifactFault[] => {
      const [first] = all;
      if (first === undefined) return [];
      const more = all.length > 1 ? ` (in ${countOf(all.length, "place")})` : "";
      const message = `'${first.name}' is no ${kind} of this plan${more}; ${mend}`;
      const rests = all.flatMap((one) => one.rests);
      return [{ code: "KS505", severity: "error", ...first.place, message, rests }];
    },
  );
}

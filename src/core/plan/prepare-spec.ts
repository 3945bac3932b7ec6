import type { Config } from "../model/config.ts";
import type { SpecDocument } from "../model/spec.ts";
import { dropCancelled } from "./drop-cancelled.ts";
import { arrangePhases } from "./infer/arrange-phases.ts";
import { inferTasks } from "./infer/infer-tasks.ts";
import type { InferredLink } from "./infer/inferred-link.ts";
import { fillGaps } from "./served/fill-gaps.ts";
import { measureCoverage } from "./served/measure-coverage.ts";
import { normaliseSpec, proposeSizes } from "./sizes/normalise-spec.ts";
import type { SizeChange } from "./sizes/size-change.ts";

/** A spec with the tasks that are planned. */
export interface PreparedSpec {
  readonly spec: SpecDocument;
  /** The order of inferred tasks, and of parts of split ones. */
  readonly links: readonly InferredLink[];
  /** What would give tasks a better size, or did. */
  readonly sizes: readonly SizeChange[];
}

/**
 * Makes of a spec what is planned: tasks that only its prose asks for, none that are cancelled, gaps filled and
 * sizes mended where settings want it.
 */
export function prepareSpec(read: SpecDocument, config: Config): PreparedSpec {
  const whole = inferTasks(read);
  const inferred = { ...whole, spec: dropCancelled(whole.spec) };
  const isProse = read.tasks.length === 0 && inferred.spec.tasks.length > 0;
  const asked =
    isProse && config.structure === "ten_phases" ? arrangePhases(inferred.spec) : inferred.spec;
  const filled = config.fillsGaps
    ? fillGaps(asked, measureCoverage(dropCancelled(read), []) ?? { gaps: [] })
    : asked;
  const sizes = proposeSizes(filled);
  const { spec, links } = config.normalises
    ? normaliseSpec(filled, sizes)
    : { spec: filled, links: [] };
  return { spec, links: [...inferred.links, ...links], sizes };
}

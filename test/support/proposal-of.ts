import type { PlanProposal } from "../../src/core/model/proposal.ts";
import type { PlanRecord } from "../../src/core/model/record.ts";
import { type CompiledSpec, compileSpec } from "../../src/flows/compile-spec.ts";
import { sha256 } from "./sha256.ts";

/** What there is besides the text: by default nothing. */
interface Given {
  readonly path: string;
  readonly record: PlanRecord | undefined;
  readonly configText: string | undefined;
}

/** What merging a spec would do in a repository without issues. */
export function proposalOf(
  text: string,
  { path = "specs/small.md", record, configText }: Partial<Given> = {},
): PlanProposal & CompiledSpec {
  const quiet = { overrides: {}, changedAt: 0 };
  const compiled = compileSpec(
    { path, files: [{ path, text, secrets: [] }], configText, record, ...quiet },
    { hash: sha256, version: "0" },
  );
  const summary = {
    added: compiled.plan.tasks.map(({ id }) => id),
    changed: [],
    closed: [],
    remade: [],
    flags: [],
    adopted: [],
    doubts: [],
    moved: 0,
    linksAdded: compiled.plan.dag.reduced.length,
    linksRemoved: 0,
    labelsAdded: 0,
  };
  return { ...compiled, summary: compiled.isOk ? summary : undefined, trackingNumber: undefined };
}

/** What a reviewer wants done with a plan. */
type Verdict = "approve" | "edit" | "regenerate" | "abort";

const verdicts: readonly Verdict[] = ["approve", "edit", "regenerate", "abort"];

/** What reviewing needs from outside. */
export interface ReviewTools {
  /** The next line that the reviewer types; `undefined` if no more come. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Plans again and shows the findings. */
  readonly plan: () => Promise<void>;
  /** Opens the spec in the reviewer's editor and waits for the end. */
  readonly edit: () => Promise<void>;
  readonly tell: (line: string) => void;
}

/**
 * Asks what is to become of a plan until it is approved or given up: `edit` opens the spec and plans
 * again, `regenerate` plans again. A word may be cut to its first letter; no answer at all gives up.
 *
 * @returns Whether the plan was approved.
 */
export async function reviewPlan({ ask, plan, edit, tell }: ReviewTools): Promise<boolean> {
  for (;;) {
    const answer = await ask("Review plan? [approve/edit/regenerate/abort] ");
    const word = answer?.trim().toLowerCase();
    const verdict =
      word === undefined ? "abort" : verdicts.find((one) => one.startsWith(word || "?"));
    if (verdict === "approve") return true;
    if (verdict === "abort") return false;
    if (verdict === undefined) tell(`Answer one of: ${verdicts.join(", ")}.`);
    if (verdict === "edit") await edit();
    if (verdict === "edit" || verdict === "regenerate") await plan();
  }
}

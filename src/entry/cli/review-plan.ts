import { KeystepsError } from "../../core/errors.ts";
import { describeError } from "../describe-error.ts";

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
 * again, `regenerate` plans again. A word may be cut; `a` approves. No answer at all gives up. What fails is told with its reason and asked for again: the plan that was made last still stands.
 *
 * @returns Whether the plan was approved.
 */
export async function reviewPlan(tools: ReviewTools): Promise<boolean> {
  const { ask, tell } = tools;
  for (;;) {
    const answer = await ask("Review plan? [approve/edit/regenerate/abort] ");
    if (answer === undefined) {
      tell(
        "No answer came: standard input has ended. Run it on a terminal, or leave --interactive out.",
      );
      return false;
    }
    const word = answer.trim().toLowerCase();
    const verdict = verdicts.find((one) => one.startsWith(word || "?"));
    if (verdict === "approve") return true;
    if (verdict === "abort") return false;
    if (verdict === undefined) tell(`Answer one of: ${verdicts.join(", ")}.`);
    else await planAnew(verdict, tools);
  }
}

async function planAnew(
  verdict: "edit" | "regenerate",
  { edit, plan, tell }: ReviewTools,
): Promise<void> {
  try {
    if (verdict === "edit") await edit();
    await plan();
  } catch (error) {
    if (!(error instanceof KeystepsError) || error.remedy === "report-bug") throw error;
    tell(`error: ${describeError(error)}`);
    tell("The plan that was made before still stands.");
  }
}

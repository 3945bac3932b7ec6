import { join } from "node:path";
import { askLines } from "../../adapters/process/ask-lines.ts";
import { editFile } from "../../adapters/process/edit-file.ts";
import { InputError } from "../../core/errors.ts";
import { reviewPlan } from "./review-plan.ts";

/** What is reviewed, and where. */
interface Review {
  readonly outputDir: string;
  readonly planDoc?: string;
}

/** Shows where a plan stands and asks what is to become of it; whether it was approved. */
export async function review(
  { outputDir, planDoc }: Review,
  { plan, tell }: { readonly plan: () => Promise<void>; readonly tell: (line: string) => void },
): Promise<boolean> {
  if (planDoc === "-") {
    throw new InputError(
      "Cannot review a plan of standard input: the answers come from there; give --plan-doc a file",
    );
  }
  const asker = askLines();
  const readMe = () => tell(`Read ${join(outputDir, "Plan.md")}.`);
  readMe();
  try {
    return await reviewPlan({
      ask: asker.ask,
      tell,
      plan: async () => {
        await plan();
        readMe();
      },
      edit: async () => {
        asker.pause();
        if (planDoc === undefined)
          return tell("There is no file to edit: the spec is a description.");
        await editFile(planDoc, process.env.VISUAL || process.env.EDITOR || "");
      },
    });
  } finally {
    asker.close();
  }
}

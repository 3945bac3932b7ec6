import { join } from "node:path";
import { askLines } from "../../adapters/process/ask-lines.ts";
import { editFiles } from "../../adapters/process/edit-files.ts";
import { InputError } from "../../core/errors.ts";
import { abortedExitCode } from "../exit-code.ts";
import { reviewPlan } from "./review-plan.ts";

/** What is reviewed, and where. */
interface Review {
  readonly outputDir: string;
  /** Where the answers cannot come from: the spec did. */
  readonly isPiped: boolean;
}

/** What reviewing needs of planning. */
interface Planner {
  readonly plan: () => Promise<void>;
  /** The files of the spec, as they were planned last; none if it has no file. */
  readonly listFiles: () => readonly string[];
  readonly tell: (line: string) => void;
}

/**
 * Shows where a plan stands and asks what is to become of it; whether it was approved. Ctrl+C gives
 * up, but in an editor.
 */
export async function review(
  { outputDir, isPiped }: Review,
  { plan, listFiles, tell }: Planner,
): Promise<boolean> {
  if (isPiped) {
    throw new InputError(
      "Cannot review a plan of standard input: the answers come from there; give --plan-doc a file",
    );
  }
  const asker = askLines();
  const readMe = () => tell(`Read ${join(outputDir, "Plan.md")}.`);
  const planAgain = async () => {
    await plan();
    readMe();
  };
  let isEditing = false;
  const giveUp = () => {
    if (isEditing) return;
    tell(`Given up; the plan that was made stays in ${outputDir}.`);
    process.exit(abortedExitCode);
  };
  process.on("SIGINT", giveUp);
  readMe();
  try {
    return await reviewPlan({ ask: asker.ask, tell, plan: planAgain, edit });
  } finally {
    process.off("SIGINT", giveUp);
    asker.close();
  }

  async function edit(): Promise<void> {
    const files = listFiles();
    if (files.length === 0) {
      throw new InputError(
        "Cannot edit a description: it stands in no file; write it into one and give --plan-doc",
      );
    }
    asker.pause();
    isEditing = true;
    await editFiles(files, process.env.VISUAL || process.env.EDITOR || "").finally(() => {
      isEditing = false;
    });
  }
}

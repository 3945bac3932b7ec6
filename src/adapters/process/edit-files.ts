import { spawn } from "node:child_process";
import { InputError } from "../../core/errors.ts";

/**
 * Opens files in an editor and waits until it is closed.
 *
 * @param paths At least one.
 * @param editor Program with arguments, as `EDITOR` has it.
 * @throws {InputError} if it is empty, does not start or ends with an error.
 */
export async function editFiles(paths: readonly string[], editor: string): Promise<void> {
  const [program, ...args] = editor.split(" ").filter(Boolean);
  const names = paths.join(", ");
  if (program === undefined) {
    throw new InputError(`Cannot open ${names}: no editor is set; set EDITOR, such as EDITOR=nano`);
  }
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string, cause?: unknown) =>
      reject(
        new InputError(`Cannot open ${names} in ${program}: ${why}; set another EDITOR`, { cause }),
      );
    const child = spawn(program, [...args, ...paths], { stdio: ["inherit", 2, "inherit"] });
    child.on("error", (error) => fail(error.message, error));
    child.on("close", (code, signal) =>
      code === 0 ? resolve() : fail(`it ended with ${code ?? signal}`),
    );
  });
}

import { spawn } from "node:child_process";
import { InputError } from "../../core/errors.ts";

/**
 * Opens a file in an editor and waits until it is closed.
 *
 * @param editor Program with arguments, as `EDITOR` has it.
 * @throws {InputError} if it is empty, does not start or ends with an error.
 */
export async function editFile(path: string, editor: string): Promise<void> {
  const [program, ...args] = editor.split(" ").filter(Boolean);
  if (program === undefined) {
    throw new InputError(`Cannot open ${path}: no editor is set; set EDITOR, such as EDITOR=nano`);
  }
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string, cause?: unknown) =>
      reject(
        new InputError(`Cannot open ${path} in ${program}: ${why}; set another EDITOR`, { cause }),
      );
    const child = spawn(program, [...args, path], { stdio: ["inherit", 2, "inherit"] });
    child.on("error", (error) => fail(error.message, error));
    child.on("close", (code) => (code === 0 ? resolve() : fail(`it ended with ${code}`)));
  });
}

import type { RecognisedIssues } from "../core/model/issue.ts";
import type { PlanRecord } from "../core/model/record.ts";
import { compileKnownSpec } from "./compile-known-spec.ts";
import type { CompiledSpec, CompileTools } from "./compile-spec.ts";
import type { SourceReader } from "./ports.ts";
import { readNamedSpec } from "./read-named-spec.ts";

/** Where a spec that was applied before is looked for. */
export interface SpecPlace {
  readonly ref: string;
  /** Text of the repository's settings there. */
  readonly configText: string | undefined;
  /** Its issues as they are now. */
  readonly seen: RecognisedIssues | undefined;
}

/**
 * Compiles a spec that was applied before, as it stands at a commit now; file or folder.
 *
 * @returns `undefined` where it is gone.
 * @throws {GitHubError} if GitHub refuses a read.
 */
export async function compileRecordedSpec(
  record: PlanRecord,
  { ref, configText, seen }: SpecPlace,
  source: Pick<SourceReader, "readFile" | "listFiles">,
  tools: CompileTools,
): Promise<CompiledSpec | undefined> {
  const { specPath: path } = record;
  const readFile = (wanted: string) => source.readFile(wanted, ref);
  const isFile = (await readFile(path)) !== undefined;
  const names = isFile ? undefined : await listNames();
  if (names?.length === 0) return undefined;
  const { files } = await readNamedSpec({ path, names, readFile }, tools);
  const spec = { path, files, changedAt: 0, configText, record, overrides: {} };
  return compileKnownSpec(spec, seen, tools);

  async function listNames(): Promise<readonly string[]> {
    const paths = await source.listFiles(ref);
    return paths
      .filter((each) => each.startsWith(`${path}/`) && !each.includes("/", path.length + 1))
      .map((each) => each.slice(path.length + 1));
  }
}

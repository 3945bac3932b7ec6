import type { Generated } from "../model/artifact/generated.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import type { ArtifactInput } from "./artifact-input.ts";
import { generatorName } from "./generator-name.ts";

/** A file as its builder leaves it: `generated` has its place but no content yet. */
export type Unsealed<File extends { generated?: Generated | undefined }> = Omit<
  File,
  "generated"
> & {
  readonly generated: undefined;
};

/** The file with `generated` filled in; the hash is of the RFC 8785 form of all the rest. */
export function sealJson<File extends { readonly generated: undefined }>(
  file: File,
  { generatedAt, hash }: Pick<ArtifactInput, "generatedAt" | "hash">,
): Omit<File, "generated"> & { readonly generated: Generated } {
  const contentHash = hash(canonicalJson(file));
  return { ...file, generated: { by: generatorName, timestamp: generatedAt, contentHash } };
}

/** A name without the quotation marks that YAML and people put around it. */
export function cleanOwner(owner: string | undefined): string | undefined {
  const bare = owner
    ?.trim()
    .replace(/^(["'“‘])(.*)["'”’]$/u, "$2")
    .trim();
  return bare === "" ? undefined : bare;
}

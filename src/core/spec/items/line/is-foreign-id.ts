/** Prefixes of requirements, criteria, risks and standards. */
const foreign =
  /^(?:(?:FR|NFR|SC|AC|REQ|US|R|RISK|CHK|KPI|TC|ADR|Q|EC|UTF|SHA|ISO|RFC|AES|HTTP|UC|BR|TR|OQ|NR|C|D)(?:-[A-Z]+)*[-_](?:US)?\d|AC-|CHK\d)/;

/** Says whether a text begins with the ID of something that is no task: `FR-001`, `SC-002`, `CHK014`. */
export function isForeignId(text: string): boolean {
  return foreign.test(text);
}

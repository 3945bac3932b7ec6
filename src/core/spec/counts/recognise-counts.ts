/** A count that a line states. */
export interface StatedCount {
  readonly count: number;
  readonly of: "tasks" | "phases";
  /** The `SpecGroup.id` that it is of; `undefined` for the whole document. */
  readonly groupId: string | undefined;
}

const total =
  /^(?:total(?:\s+(?:number\s+of\s+)?tasks?)?|total_tasks|tasks?\s+(?:in\s+)?total)\s*:?\s*(\d{1,5})(?:\s+tasks?)?(?![\w.%/-])/i;
const told =
  /^(?:there (?:are|is)|we have|it has|(?:this|the) (?:plan|document|file|list|spec|project) (?:has|contains|holds|lists|comprises))(?: a total of| in (?:all|total))? (\d{1,5}) tasks?\b(?! (?:in|of) (?:the )?(?:phase|wave|story|section|group|first|second|last)\b| (?:left|remaining|open|done|completed?|from|per)\b)/i;
/** A phase, what it is called, and its count: not "Phases 1-4", which is a sum. */
const ofPhase =
  /^phase\s+(\d{1,3})(?![\d.]|\s*[-–—]\s*(?:phase\s+)?\d)[^\d]*?(?:US\d+[^\d]*?)?\(?\s*(\d{1,4})\s+tasks?(?!\w)/i;

const phases =
  /^(?:total\s+(?:number\s+of\s+)?phases?|phases?\s+(?:in\s+)?total|number\s+of\s+phases?|phases?(?=\s*:))\s*:?\s*(\d{1,3})(?:\s+phases?)?\s*(?:$|[.,;(|])|^(?:there are|we have|it has|(?:this|the) (?:plan|document|file|list|spec|project|work|implementation) (?:has|contains|comprises|is (?:divided|split|organi[sz]ed|broken down) into))(?: a total of| in (?:all|total))?(?: \d{1,5} tasks (?:in|across|over))? (\d{1,3}) phases?\b/i;

/**
 * Recognises a line that only counts tasks or phases: `Total Tasks: 36`, `| Total tasks | 70 |`, `Total: 34
 * tasks across 6 waves`, `## Phase 2: Core (5 tasks)`, `- Phase 1 (Setup): 6 tasks`,
 * `There are 5 tasks in 3 phases.`, `Total phases: 4`.
 */
export function recogniseCounts(line: string): readonly StatedCount[] {
  const plain = line
    .replace(/[*`|#>]+/g, " ")
    .replace(/^\s*(?:[-+]|\d+[.)])\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
  const inPhases = phases.exec(plain);
  const count = Number(inPhases?.[1] ?? inPhases?.[2]);
  const ofPhases = { count, of: "phases" as const, groupId: undefined };
  const tasks = recogniseTasks(plain);
  return [...(tasks === undefined ? [] : [tasks]), ...(inPhases === null ? [] : [ofPhases])];
}

function recogniseTasks(plain: string): StatedCount | undefined {
  const whole = told.exec(plain) ?? total.exec(plain);
  if (whole !== null && /task/i.test(whole[0]))
    return { count: Number(whole[1]), of: "tasks", groupId: undefined };
  const part = ofPhase.exec(plain);
  return part === null
    ? undefined
    : { count: Number(part[2]), of: "tasks", groupId: `phase:${Number(part[1])}` };
}

import { type Alias, type Document, type LineCounter, visit } from "yaml";
import type { z } from "zod";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { settingSchemas } from "./config-schema.ts";
import { defaultConfig } from "./default-config.ts";
import { describeIssue } from "./describe-issue.ts";
import { locateProblem } from "./locate-problem.ts";
import { parseResources } from "./parse-resources.ts";
import { parseSettings } from "./parse-settings.ts";

/** The settings as far as they could be read, and what is wrong with the rest. */
export interface ParsedConfig {
  readonly config: Config;
  /** All errors, in the order of the file's keys. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Settings files above this size are refused; a real one has a few kilobytes. */
const maxSizeChars = 256_000;

/**
 * Reads `.github/keysteps.yml`. A key that is wrong is reported with its line
 * and left at its default; the others hold.
 *
 * @param text `undefined` where the repository has no such file.
 */
export function parseConfig(text: string | undefined, path: string): ParsedConfig {
  if (text === undefined) return { config: defaultConfig, diagnostics: [] };
  if (text.length > maxSizeChars) {
    const message = `The settings have ${text.length} characters; keep them below ${maxSizeChars}`;
    return refuse({ code: "KS401", severity: "error", message, at: { path, line: 1, column: 1 } });
  }
  const { document, lines } = parseSettings(text);
  const fault = findFault(document);
  if (fault !== undefined) return refuse(toDiagnostic(fault, lines, path));

  const diagnostics: Diagnostic[] = [];
  const config = readSettings(document.toJS(), report);
  return { config, diagnostics };

  function report(code: string, keys: readonly PropertyKey[], message: string): void {
    const at = locateProblem(document, lines, keys, path);
    diagnostics.push({ code, severity: "error", message, at });
  }
}

type Report = (code: string, keys: readonly PropertyKey[], message: string) => void;

function readSettings(root: unknown, report: Report): Config {
  if (root === null || root === undefined) return defaultConfig;
  if (typeof root !== "object" || Array.isArray(root)) {
    report("KS403", [], "The settings are no map of keys; write lines such as 'max_wave_size: 30'");
    return defaultConfig;
  }
  const settings = new Map<string, unknown>(Object.entries(root));
  const known = Object.keys(settingSchemas);
  for (const key of settings.keys()) {
    if (!known.includes(key))
      report("KS402", [key], `Unknown key '${key}'; known are ${known.join(", ")}`);
  }
  const resources = read("resources");
  return {
    executionModel: read("execution_model") ?? defaultConfig.executionModel,
    minConfidence: read("min_confidence") ?? defaultConfig.minConfidence,
    maxWaveSize: read("max_wave_size") ?? defaultConfig.maxWaveSize,
    writeback: read("writeback") ?? defaultConfig.writeback,
    maxConcurrentTasks: read("max_concurrent_tasks") ?? defaultConfig.maxConcurrentTasks,
    orderSchedules: read("order_schedules"),
    seed: readOr("seed", defaultConfig.seed),
    minCoverage: read("min_coverage") ?? defaultConfig.minCoverage,
    fillsGaps: read("fill_gaps") ?? defaultConfig.fillsGaps,
    normalises: readOr("normalise", defaultConfig.normalises),
    structure: readOr("structure", defaultConfig.structure),
    resources:
      resources === undefined
        ? defaultConfig.resources
        : parseResources(resources, report, reportIssues),
    barrierQuorum: read("barrier")?.quorum ?? defaultConfig.barrierQuorum,
    machine: read("resource_limits") ?? defaultConfig.machine,
    allocation: read("resource_allocation") ?? defaultConfig.allocation,
    people: read("people") ?? defaultConfig.people,
    taskHints: read("tasks") ?? defaultConfig.taskHints,
    calendar: read("calendar"),
    issueFields: read("issues"),
    board: read("board"),
  };

  function readOr<Key extends keyof typeof settingSchemas>(
    key: Key,
    fallback: z.infer<(typeof settingSchemas)[Key]>,
  ): z.infer<(typeof settingSchemas)[Key]> {
    return read(key) ?? fallback;
  }

  function read<Key extends keyof typeof settingSchemas>(
    key: Key,
  ): z.infer<(typeof settingSchemas)[Key]> | undefined {
    const value = settings.get(key);
    if (value === undefined || value === null) return undefined;
    const parsed = settingSchemas[key].safeParse(value);
    if (parsed.success) return parsed.data as z.infer<(typeof settingSchemas)[Key]>;
    reportIssues(parsed.error.issues, [key]);
    return undefined;
  }

  function reportIssues(issues: readonly z.core.$ZodIssue[], keys: readonly PropertyKey[]): void {
    for (const issue of issues) {
      for (const finding of describeIssue(issue, keys)) {
        report(finding.code, finding.keys, finding.message);
      }
    }
  }
}

interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

/** The first thing that keeps the text from being read. Aliases are refused: a few lines of them can stand for gigabytes. */
function findFault(document: Document.Parsed): YamlFault | undefined {
  const [error] = document.errors;
  if (error !== undefined) {
    return { offset: error.pos[0], message: error.message.split("\n")[0] ?? "" };
  }
  const aliases: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  const [alias] = aliases;
  if (alias === undefined) return undefined;
  return {
    offset: alias.range?.[0] ?? 0,
    message: `alias '*${alias.source}'; write the value out`,
  };
}

function toDiagnostic(fault: YamlFault, lines: LineCounter, path: string): Diagnostic {
  const { line, col } = lines.linePos(fault.offset);
  const message = `Cannot read the settings as YAML: ${fault.message}; correct it, no setting holds until then`;
  return { code: "KS401", severity: "error", message, at: { path, line, column: col } };
}

function refuse(diagnostic: Diagnostic): ParsedConfig {
  return { config: defaultConfig, diagnostics: [diagnostic] };
}

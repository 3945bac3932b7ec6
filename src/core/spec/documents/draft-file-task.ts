import type { SpecDocument } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { emptyDraft } from "../items/empty-draft.ts";
import { cleanOwner } from "../items/line/clean-owner.ts";
import { parseEffort } from "../items/line/parse-effort.ts";
import { recogniseState } from "../items/line/recognise-state.ts";
import { recogniseTaskId } from "../items/line/recognise-task-id.ts";
import { recogniseKeyName } from "../items/recognise-key-name.ts";
import { recognisePriority } from "../items/recognise-priority.ts";
import type { Link, TaskDraft } from "../items/task-draft.ts";
import type { SourceFile } from "../outline/build-source.ts";
import { toInline } from "../outline/inline-text.ts";
import type { FrontMatter } from "./read-front-matter.ts";

/**
 * Makes a task of a file whose front matter says that it is one: those of ccpm (`name`, `status`,
 * `depends_on`), Backlog.md and the like (`id`, `title`, and `status` or dependencies), GSD (`phase`, `plan`) and
 * spec-kitty (`work_package_id`).
 *
 * @returns `undefined` for the front matter of anything else, such as an epic's.
 */
export function draftFileTask(
  { fields, span }: FrontMatter,
  { path, text }: Pick<SourceFile, "path" | "text">,
): TaskDraft | undefined {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const textOf = (...keys: readonly string[]) => {
    const value = keys.flatMap((key) => byKey.get(key)?.values[0] ?? [])[0];
    return value && collapseWhitespace(value.text);
  };
  const dialect = judgeFile(new Set(byKey.keys()));
  if (dialect === undefined) return undefined;
  const ownId = readId(textOf, path);
  const objective = /<objective>\s*([^\n<]{3,200})/.exec(text)?.[1];
  const title = textOf("title", "name", "objective") ?? objective?.trim() ?? ownId;
  if (title === undefined) return undefined;
  const links = fields.flatMap(({ key, line, values }): readonly Link[] => {
    const name = recogniseKeyName(key);
    return name === "depends-on" || name === "blocks" ? [{ key: name, line, values }] : [];
  });
  const listOf = (key: string) =>
    byKey.get(key)?.values.map(({ text }) => collapseWhitespace(text)) ?? [];
  return {
    ...emptyDraft("file", span),
    dialect,
    ownId,
    title,
    state: recogniseState(textOf("status", "state", "lane") ?? ""),
    isParallel: /^true$/i.test(textOf("parallel") ?? ""),
    type: textOf("type", "kind"),
    priority: recognisePriority(textOf("priority") ?? ""),
    owner: cleanOwner(textOf("assignee", "owner", "assigned_to", "agent")),
    effort: parseEffort(withUnit(textOf("effort", "estimate", "estimated", "size", "hours") ?? "")),
    files: listOf("files_modified").map((file) => ({ path: file, action: undefined })),
    requirements: [...listOf("requirements"), ...listOf("requirement_refs")],
    links,
  };
}

function judgeFile(keys: ReadonlySet<string>): SpecDocument["dialect"] | undefined {
  const has = (...names: readonly string[]) => names.every((name) => keys.has(name));
  const isLinked = ["depends_on", "dependencies", "deps", "blocked_by"].some((key) =>
    keys.has(key),
  );
  if (has("work_package_id")) return "spec-kitty";
  if (has("phase", "plan")) return "gsd";
  if (has("name", "status") && (isLinked || has("parallel"))) return "ccpm";
  if (!has("id", "title") || !(isLinked || has("status"))) return undefined;
  return "backlog";
}

function readId(
  textOf: (...keys: readonly string[]) => string | undefined,
  path: string,
): string | undefined {
  const [phase, plan] = [textOf("phase"), textOf("plan")];
  if (phase !== undefined && plan !== undefined) {
    return `${/^\d+(?:\.\d+)?/.exec(phase)?.[0] ?? phase}-${/^\d+/.exec(plan)?.[0] ?? plan}`;
  }
  const stated = textOf("work_package_id", "id", "task_id", "task");
  if (stated !== undefined) return stated;
  const name = (path.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
  return /^\d+$/.test(name) ? name : recogniseTaskId(toInline(name, 0), "cell")?.ownId;
}

function withUnit(text: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? `${text}h` : text;
}

import { type LinkKey, recogniseLinkKey } from "../statements/recognise-link-key.ts";

/** What a key of a task's body is about; `other` is a key that says nothing we use. */
export type KeyName =
  | LinkKey
  | "description"
  | "files"
  | "create-files"
  | "edit-files"
  | "done-when"
  | "type"
  | "status"
  | "priority"
  | "effort"
  | "development-effort"
  | "testing-effort"
  | "review-effort"
  | "optimistic-effort"
  | "likely-effort"
  | "pessimistic-effort"
  | "owner"
  | "skills"
  | "requirements"
  | "subtasks"
  | "validation"
  | "notes"
  | "risks"
  | "resources"
  | "outcome"
  | "output"
  | "goal"
  | "duration"
  | "other";

const names: Readonly<Record<Exclude<KeyName, "other" | LinkKey>, string>> = {
  description:
    "description|details|summary|overview|what|what to do|purpose|context|描述|说明|説明|설명|descripción|descripcion",
  files:
    "files|file|file paths|file path|path|paths|location|locations|key files|files affected|affected files|files to create/modify|files to create or modify|files to modify/create|files modified|target files|owned files|文件|文件路径|涉及文件|ファイル|対象ファイル|파일|archivos|archivo|aterriza en",
  "create-files": "files to create|new files|creates|create|创建文件",
  "edit-files":
    "files to modify|files to edit|files to update|files to change|key files to modify|edit|modify|修改文件",
  "done-when":
    "done when|acceptance|acceptance criteria|acceptance criterion|acceptance tests|completion criteria|success criteria|exit criteria|definition of done|dod|verified when|independent test|test plan|acceptance scenarios|objectives & success criteria|objectives and success criteria|security requirements|test requirements|testing requirements|test coverage requirements|验收|验收标准|完成标准|受け入れ基準|受入基準|完了条件|완료 조건|수용 기준|criterios de aceptación",
  type: "type|task type|category|kind|类型|種別|유형|tipo",
  status: "status|state|progress|状态|ステータス|상태|estado",
  priority: "priority|prio|importance|severity|优先级|優先度|우선순위|prioridad",
  effort:
    "estimate|estimated|estimated hours|hours|hours estimate|estimates|estimated effort|effort|effort estimate|estimated time|time estimate|time|estimation|total estimate|est|size|story points|points|complexity|预估|预计|预估时间|工时|工作量|估时|見積もり|工数|所要時間|예상 시간|소요 시간|estimación|estimacion|esfuerzo|tiempo estimado|aufwand|effort estimé|estimativa|esforço",
  "development-effort": "development time|development|dev time|implementation time|coding time",
  "testing-effort": "testing time|test time|qa time",
  "review-effort": "review time|code review time",
  "optimistic-effort": "optimistic|optimistic estimate|best case",
  "likely-effort": "likely|most likely|likely estimate|most likely estimate",
  "pessimistic-effort": "pessimistic|pessimistic estimate|worst case",
  owner:
    "owner|assigned to|assigned|assignee|assignees|agent|responsible|team|负责人|担当|担当者|담당자|responsable",
  skills: "skills|skill|required skills|skills required|skills needed|needed skills|expertise",
  requirements:
    "requirements|requirement|requirement refs|requirement references|requirements addressed|req|reqs|satisfies acs|satisfies|ac|acs|acceptance criteria addressed|user story|user stories|story|stories|traces to|covers|需求|要件|요구사항",
  subtasks:
    "subtasks|sub-tasks|included subtasks|steps|task steps|checklist|implementation steps|sub tasks|子任务|步骤|サブタスク|手順|하위 작업",
  validation:
    "validation|validation commands|validation command|verification command|verification commands|validate|verify|verification|verification steps|command|commands|test command|test commands|how to verify|how to test|testing|测试命令|测试|验证|検証|テスト|검증",
  notes:
    "implementation notes|notes|note|technical approach|approach|implementation strategy|implementation|implementation details|implementation structure|implementation guidance|technical details|technical notes|key considerations|considerations|technology choices|architecture integration|guidance|testing strategy|hints|must not do|备注|実装メモ|비고",
  risks:
    "risks|risk|risks & mitigations|risks and mitigations|risk assessment|risk level|technical risks|mitigation|mitigation strategies|mitigations|风险|リスク|위험",
  resources: "resources|required resources|resource|shared resources|references|输入|资源|リソース",
  outcome:
    "expected outcome|outcome|expected result|expected results|deliverable|deliverables|result|预期结果|成果物|기대 결과",
  output: "output|outputs|produces|输出|出力|출력",
  goal: "goal|goals|objective|objectives|目标|目的|목표|objetivo",
  duration: "duration|estimated duration|timeline|工期|期間|기간|duración",
};

const known: ReadonlyMap<string, KeyName> = new Map(
  Object.entries(names).flatMap(([key, words]) =>
    words.split("|").map((word) => [word, key as KeyName] as const),
  ),
);

/** Recognises the name of a key in any case, with or without a remark in brackets after it. */
export function recogniseKeyName(words: string): KeyName | undefined {
  const name = words
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[\s_]+/g, " ")
    .replace(/^[^\p{L}]+|[^\p{L}\p{N})]+$/gu, "");
  const bare = name.replace(/\s*\([^()]*\)$/, "");
  const spaced = bare.replace(/-/g, " ");
  return (
    recogniseLinkKey(bare) ??
    recogniseLinkKey(spaced) ??
    known.get(name) ??
    known.get(bare) ??
    known.get(spaced)
  );
}

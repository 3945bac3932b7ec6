/** What a key says about order: its task waits for what is named, or what is named waits for it. */
export type LinkKey = "depends-on" | "blocks";

/** Names of keys, language by language, parted by `|`; lower case, with spaces for underscores. */
const after = [
  "depends on|depends upon|depends|dependson|dependencies|dependency|deps|dep|dependent on|task dependencies",
  "internal dependencies|external dependencies|cross-spec dependency|cross-spec dependencies|hard dependencies",
  "blocked by|is blocked by|blockedby|blocked on|blocked until|blockers|blocker|prerequisite|prerequisites|pre-requisites|prereqs",
  "prereq|prerequisite tasks|requires|required tasks|needs|waits for|waits on|waiting for|waiting on|wait for",
  "after|starts after|start after|can start after|runs after|run after|must follow|predecessor",
  "must start after|must run after|must come after|must begin after|starts only after|comes after|start only after",
  "predecessors|preceded by|upstream",
  "依赖|依赖于|依赖项|依赖关系|依赖任务|任务依赖|前置|前置任务|前置条件|前置依赖|依賴|依賴於|依賴關係|依賴任務|前置任務|前置條件",
  "依存|依存先|依存関係|依存タスク|前提|前提条件|前提タスク|先行タスク|의존|의존성|의존 관계|의존 작업|의존 태스크|선행|선행 작업|선행 태스크|선행 조건",
  "depende|depende de|dependencia|dependencias|bloqueado por|bloqueada por|requiere|prerrequisitos|requisitos previos|después de",
  "dependência|dependências|requer|pré-requisitos|dépend de|dépendance|dépendances|bloqué par|prérequis|pré-requis|requiert|après",
  "abhängig von|hängt ab von|abhängigkeit|abhängigkeiten|voraussetzung|voraussetzungen|blockiert durch|blockiert von|benötigt",
  "dipende da|dipendenza|dipendenze|prerequisiti|зависит от|зависимости|зависимость",
];
const before = [
  "blocks|blocking|unblocks|enables|required by|required for|needed by|needed for|successor|successors|followed by",
  "precedes|must complete before|must finish before|must precede|downstream|dependents",
  "must be done before|must come before|must run before|must start before|finishes before|finish before|comes before",
  "阻塞|阻塞任务|后续任务|后置任务|後續任務|後続タスク|ブロック|차단|후행 작업|후속 작업",
  "bloquea|bloquea a|bloqueia|bloque|blockiert|blocca|блокирует",
];
const toNames = (lists: readonly string[]) => new Set(lists.flatMap((list) => list.split("|")));
const [afterNames, beforeNames] = [toNames(after), toNames(before)];

/**
 * Recognises the name of a key that says what comes before what, such as `Depends on`, `depends_on`,
 * `Blocked By`, `Blocks` or `前置任务`, in any case.
 *
 * @returns `undefined` for the name of any other key.
 */
export function recogniseLinkKey(name: string): LinkKey | undefined {
  const plain = name
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
  if (afterNames.has(plain)) return "depends-on";
  return beforeNames.has(plain) ? "blocks" : undefined;
}

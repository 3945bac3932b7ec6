import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

/** What a bullet under a heading on dependencies says of two tasks. */
function readBullet(line: string): readonly string[] {
  const lines = ["# Plan", "- [ ] T001 One", "- [ ] T002 Two", "## Dependencies", `- ${line}`];
  return tellStatements(readSpec(lines.join("\n")));
}

it.each([
  "T002 depende de T001",
  "T002 dépend de T001",
  "T002 hängt von T001 ab",
  "T002 依赖 T001",
  "T002 は T001 に依存する",
  "T002는 T001에 의존",
])("reads %j", (line) => {
  expect(readBullet(line)).toEqual(["T002 after T001"]);
});

it.each([
  "T002 no depende de T001",
  "T002 ne dépend pas de T001",
  "T002 não depende de T001",
  "T002 hängt nicht von T001 ab",
  "T002 不依赖 T001",
  "T002 は T001 に依存しない",
  "T002は T001 に依存しません",
  "T002는 T001에 의존하지 않음",
])("makes no dependency of the denial %j", (line) => {
  expect(readBullet(line)).toEqual([]);
});

it.each(["(T001 に依存しない)", "(T001에 의존하지 않음)", "(不依赖 T001)"])(
  "makes no dependency of the remark %j",
  (remark) => {
    const text = `- [ ] T001 One\n- [ ] T002 Two ${remark}\n`;

    expect(tellStatements(readSpec(text))).toEqual([]);
  },
);

it.each([
  "重命名 T001 → T002",
  "T001 → T002 に改名",
  "이름 변경 T001 → T002",
  "Renombrado T001 → T002",
  "Umbenannt T001 → T002",
  "Renommée T001 → T002",
  "Verschoben T001 → T002",
])("makes no dependency of the arrow in %j, which tells what was renamed or moved", (line) => {
  expect(readBullet(line)).toEqual([]);
});

import type { TaskJson } from "../../../model/artifact/task-json.ts";
import { toCode } from "../../../text/to-code.ts";
import { toLine } from "./to-line.ts";

type Check = NonNullable<TaskJson["acceptance_checks"]>[number];

/** What is to be run or looked at, and what is to come of it, in one line. */
export function describeCheck({ type, cmd, path, name, expect = {} }: Check): string {
  const { exists, stated, state, passRateGte, coverageGte, gte, lte, validOpenAPI, ...others } =
    expect;
  const wishes = [
    ...(stated === undefined ? [] : [toLine(stated)]),
    ...(passRateGte === undefined ? [] : [`pass rate at least ${passRateGte}`]),
    ...(coverageGte === undefined ? [] : [`coverage at least ${coverageGte}`]),
    ...(gte === undefined ? [] : [`at least ${gte}`]),
    ...(lte === undefined ? [] : [`at most ${lte}`]),
    ...(validOpenAPI === true ? ["valid OpenAPI"] : []),
    ...Object.entries(others).map(([key, value]) => toLine(`${key} ${JSON.stringify(value)}`)),
  ];
  const more = wishes.length === 0 ? "" : `: ${wishes.join(", ")}`;
  if (cmd !== undefined) return `\`${toCode(cmd)}\` passes${more}`;
  if (path !== undefined)
    return `\`${toCode(path)}\` ${exists === false ? "is gone" : "is there"}${more}`;
  if (name !== undefined) return `${toLine(`${type} ${name}`)}${more}`;
  return `its issue is ${state === undefined || state === "completed" ? "closed as completed" : toLine(state)}`;
}

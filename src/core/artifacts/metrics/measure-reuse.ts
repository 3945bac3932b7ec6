import type { Plan } from "../../model/plan.ts";

/** Share of the tasks that build on something that the code has, from 0 to 1; `undefined` where no code was looked at. */
export function measureReuse({ code, tasks }: Plan): number | undefined {
  if (code === undefined || tasks.length === 0) return undefined;
  const reusing = tasks.filter(({ id }) => {
    const own = code.ofTask.get(id);
    return own !== undefined && own.extends.length + own.imports.length > 0;
  });
  return Math.round((10_000 * reusing.length) / tasks.length) / 10_000;
}

import type { TaskInterfaces } from "../../model/plan.ts";
import type { SpecTask } from "../../model/spec.ts";
import { recogniseWork } from "./recognise-work.ts";

/** An interface that tasks name: who makes it, and who uses it, by place in the document. */
export interface NamedInterface {
  /** With its version, such as `POST /v2/orders:v2` or `AuthAPI:v2`. */
  readonly name: string;
  /** `undefined` if no task makes it. */
  readonly producer: number | undefined;
  readonly consumers: readonly number[];
}

const endpoint = /\b(GET|POST|PUT|PATCH|DELETE) (\/[\w/:{}<>[\].-]*[\w}\]>])/g;
const versioned = /\b(\p{Lu}[\p{L}\p{N}]+):v(\d+)\b/gu;

/**
 * The interfaces that tasks name as endpoints (`POST /orders`) or with a version (`AuthAPI:v2`). The
 * first task that has one in its title and builds, or else has it in its text and builds, makes it;
 * all other tasks that name it use it. The version is the one in the path, else 1.
 *
 * @param isThere Whether the code has an endpoint already; nobody makes it then.
 */
export function findInterfaces(
  tasks: readonly SpecTask[],
  isThere: (name: string) => boolean,
): readonly NamedInterface[] {
  const users = new Map<string, { readonly index: number; readonly isInTitle: boolean }[]>();
  const bare = new Map<string, string>();
  tasks.forEach((task, index) => {
    const inTitle = listNames(task.title);
    for (const [name, plain] of [...inTitle, ...listNames(listText(task))]) {
      bare.set(name, plain);
      const known = users.get(name) ?? [];
      users.set(name, known);
      if (known.at(-1)?.index !== index) known.push({ index, isInTitle: inTitle.has(name) });
    }
  });
  return [...users].map(([name, named]) => {
    const makers = named.filter(({ index }) => isBuilding(tasks[index]));
    const maker = makers.find(({ isInTitle }) => isInTitle) ?? makers[0];
    const producer = isThere(bare.get(name) ?? name) ? undefined : maker?.index;
    const consumers = named.map(({ index }) => index).filter((index) => index !== producer);
    return { name, producer, consumers };
  });
}

/** Interfaces by task, in document order. */
export function toTaskInterfaces(
  interfaces: readonly NamedInterface[],
): ReadonlyMap<number, TaskInterfaces> {
  const byTask = new Map<number, { produced: string[]; consumed: string[] }>();
  const at = (index: number) => {
    const known = byTask.get(index) ?? { produced: [], consumed: [] };
    byTask.set(index, known);
    return known;
  };
  for (const { name, producer, consumers } of interfaces) {
    if (producer !== undefined) at(producer).produced.push(name);
    for (const consumer of consumers) at(consumer).consumed.push(name);
  }
  return byTask;
}

function listText(task: SpecTask): string {
  return [
    task.description ?? "",
    ...task.subtasks.map(({ title }) => title),
    ...task.doneWhen,
    ...task.notes,
  ].join("\n");
}

/** By name with version, the name without. */
function listNames(text: string): ReadonlyMap<string, string> {
  const endpoints = [...text.matchAll(endpoint)].map(([, method, path = ""]) => {
    const version = /\/v(\d+)(?:\/|$)/.exec(path)?.[1] ?? "1";
    return [`${method} ${path}:v${version}`, `${method} ${path}`] as const;
  });
  const others = [...text.matchAll(versioned)].map(([name, plain = ""]) => [name, plain] as const);
  return new Map([...endpoints, ...others]);
}

function isBuilding(task: SpecTask | undefined): boolean {
  return task !== undefined && ["build", "setup"].includes(recogniseWork(task));
}

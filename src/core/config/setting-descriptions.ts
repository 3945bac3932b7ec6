import type { settingSchemas } from "./config-schema.ts";

/** What each top-level key of `.github/keysteps.yml` says, as docs/settings.md and the published JSON Schema tell it. */
export const settingDescriptions: Readonly<Record<keyof typeof settingSchemas, string>> = {
  execution_model: "How the plan is meant to run: `rolling_frontier`, or `wave_based`.",
  min_confidence: "Dependencies below it stay out of the graph, 0 to 1.",
  max_wave_size: "The most tasks in one wave.",
  writeback:
    "Ticks a task's box in the spec when its issue is closed as completed, and keeps the spec's progress table: `pr` by one pull request that is kept up, `commit` by commits to the default branch.",
  max_concurrent_tasks: "The most tasks at once.",
  order_schedules:
    "How many schedules are spent on improving the order of tasks, 0 to 1,000,000; 0 leaves it by critical path. Left out, 24,000, and fewer for plans of more than 83 tasks (2,000,000 by the number of tasks, at least 800).",
  seed: "What the random numbers of forecasts and of the search for orders start from: the same seed, the same plan. Another one shows how much of a figure is chance.",
  min_coverage:
    "The share of the requirements that tasks must serve, 0 to 1 (`KS230`, `KS231`); 0 never asks.",
  fill_gaps: "Adds a task for each requirement that none serves, marked as inferred.",
  normalise:
    "Splits tasks above 16 h and puts neighbours below half an hour together. Otherwise stated tasks are left as they are, and the plan says what would be better.",
  structure:
    "How tasks that only prose asks for are arranged: by the features they serve, or in `ten_phases`.",
  resources:
    "What tasks take turns on. Adds to `database_migrations` and `deployment_pipeline`, or changes them; `name: false` removes one.",
  barrier:
    "The share of a wave that must be finished before the next one opens, above 0 and at most 1. Rounded up to whole tasks, so 0.95 changes nothing in waves of fewer than 20; `Plan.md` says so where it is the case.",
  resource_limits:
    "What the machines that run tasks have in all: `max_cpu_cores`, `max_memory_gb`, `max_disk_io_mbps`.",
  resource_allocation:
    "`headroom_percent`: the share of CPU, memory and disk that is kept free, 0 to 90; it never keeps out a task that the whole machine could run: one that needs more than the rest takes all of the rest, and runs alone. `preemption_enabled` (`true`) and `preemption_priorities` (`low` to `critical`, who gives way first): whether and in what order preemptible tasks give way to waiting ones of higher priority.",
  people:
    "Who works on plans, by name. A number means so many people who can do what the name says; else `skills`, and a `count` of more than one.",
  tasks:
    'By own ID or task ID, in whatever plan: what the run of a task takes. `"*"` holds for all that are not named.',
  issues:
    "What the issues of tasks are marked with: `milestone`, a title (one that is missing is made), and `type`, an issue type of the organisation. `fields` (a preview of GitHub, not tried there) names fields of the organisation for `priority`, `estimate`, `wave`, `start` and `target`. What people set themselves stays.",
  board:
    "The board (Projects v2) of the repository's owner that tasks are put on: its `number`, or a `title` by which it is found or made.",
  calendar: "When people work.",
};

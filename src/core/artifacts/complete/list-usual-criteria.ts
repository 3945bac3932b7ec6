import type { WorkKind } from "../../model/plan.ts";
import type { Preset } from "../../model/preset.ts";

const usual: Readonly<Record<WorkKind, readonly string[]>> = {
  build: [
    "What the title says can be used",
    "Unit tests cover it, its edge cases too, and pass",
    "Someone else has reviewed the change",
    "Documentation that the change makes untrue is corrected",
  ],
  test: [
    "The cases to be tested are listed, with edge cases and errors",
    "The tests are written and pass",
    "Coverage is where the project wants it",
  ],
  documentation: [
    "It is written, with examples that were tried",
    "Someone else has read it",
    "Readers find it where they look",
    "It fits what the code does now",
  ],
  setup: [
    "A fresh checkout can use it",
    "It is the same for everybody, and its settings are in the repository",
    "How to use it is written down",
  ],
  deployment: [
    "It runs in the environment that is meant",
    "Health checks and smoke tests pass",
    "The way back has been tried",
    "Dashboards show data, and logs no new errors",
  ],
  research: [
    "The question is answered in writing",
    "Alternatives are named with what they cost",
    "What follows for the plan is stated",
  ],
};

const ofPresets: Readonly<Record<Preset, readonly string[]>> = {
  mvp: [
    "Only what users need to judge the idea is built; what is left for later is listed",
    "Shortcuts taken are written down with what it takes to undo them",
    "What users do with it is measured, and there is a way for them to answer",
  ],
  hardening: [
    "It holds the expected load and a peak of it, and the figures are kept",
    "Failures of what it depends on are handled, and it degrades rather than falls",
    "Every input is checked, and actions that matter for security are logged",
    "Metrics and alerts are there, with a runbook for each alert",
    "The way to roll out and the way back are written down and tried",
  ],
};

/** What is usually asked of a kind of work before it counts as done. */
export function listUsualCriteria(kind: WorkKind): readonly string[] {
  return usual[kind];
}

/** What a preset asks of a task besides; only of those that build something. */
export function listPresetCriteria(kind: WorkKind, preset: Preset | undefined): readonly string[] {
  return preset === undefined || kind !== "build" ? [] : ofPresets[preset];
}

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Flags with which Chromium runs without a screen and asks nobody for anything. */
export const chromiumFlags: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium of this machine: `CHROMIUM_PATH`, else one that playwright-core installed, else one in a usual place. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? "", chromium.executablePath(), ...usual].find(
    (path) => path !== "" && existsSync(path),
  );
}

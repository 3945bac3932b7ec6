import { stripInvisible } from "../../core/text/strip-invisible.ts";

/** Text that cannot steer a terminal: without carriage returns and characters that are not seen. */
export function stripControls(text: string): string {
  return stripInvisible(text).replaceAll("\r", "");
}

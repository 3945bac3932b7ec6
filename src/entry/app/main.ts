import { pino } from "pino";
import { describeError } from "../describe-error.ts";
import { exitCodeOfError } from "../exit-code.ts";
import { readSettings } from "./read-settings.ts";
import { startApp } from "./start-app.ts";

try {
  const { logLevel, ...settings } = readSettings(process.env);
  const log = pino({ level: logLevel });
  const started = startApp({ ...settings, log });
  // from the first moment on: a stop while the store is opened must let it be closed again
  const close = () => {
    for (const signal of signals) process.off(signal, close); // a second one ends it at once
    log.info("closing");
    const closed = started.then(
      (app) => app.close(),
      () => undefined, // told below
    );
    closed.then(
      () => log.info("closed"),
      (error: unknown) => {
        log.error({ err: error }, "could not close");
        process.exitCode = exitCodeOfError(error);
      },
    );
  };
  const signals = ["SIGTERM", "SIGINT"] as const;
  for (const signal of signals) process.on(signal, close);
  const app = await started;
  log.info(`listening on ${app.url}`);
} catch (error) {
  process.stderr.write(`error: ${describeError(error)}\n`);
  process.exitCode = exitCodeOfError(error);
}

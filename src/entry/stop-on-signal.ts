import { abortedExitCode } from "./exit-code.ts";

/** What a run that may be stopped is wired with. */
export interface Stopper {
  /** Told how to give back what the run has taken. */
  readonly onLease: (release: () => Promise<void>) => void;
  /** The run is over. */
  readonly end: () => void;
}

/**
 * Ends the process on Ctrl+C, and where a job is cancelled, once the run has given back what others would
 * wait for. A write under way may or may not take effect: the next run looks. A second Ctrl+C ends it at once.
 */
export function stopOnSignal(tell: (words: string) => void): Stopper {
  let release = async (): Promise<void> => undefined;
  process.once("SIGINT", stop);
  return {
    onLease(give) {
      release = give;
    },
    end: () => void process.off("SIGINT", stop),
  };

  function stop(): void {
    tell("Stopped. What was written stays; run it again and it goes on.");
    void release().finally(() => process.exit(abortedExitCode));
  }
}
